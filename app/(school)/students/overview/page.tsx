import { getFormatter, getTranslations } from 'next-intl/server'
import { QuestionCard } from '@/components/dashboard/question-card'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getStudentOverview } from '@/lib/domain/academics/overviews.server'
import { requirePage } from '@/lib/platform/context.server'
import { BirthdayCard } from './birthday-card'
import { StudentCharts } from './student-charts'

export async function generateMetadata() {
  return { title: (await getTranslations('overviews'))('students.title') }
}

export default async function StudentOverviewPage() {
  const ctx = await requirePage('READ_STUDENTS')
  const [t, format, overview] = await Promise.all([getTranslations('overviews'), getFormatter(), getStudentOverview(ctx)])
  const { onRoll, onLeave, expected } = overview
  const list = { label: t('list'), href: '/students?status=active' }
  return (
    <Screen title={t('students.title')} description={ctx.campus?.name ?? ctx.organization.name} aside={<LinkButton href="/students">{t('list')}</LinkButton>} wide>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <QuestionCard question={t('students.onRoll')} answer={format.number(onRoll)} link={onRoll > 0 && list} />
        <QuestionCard question={t('students.onLeave')} answer={format.number(onLeave)} link={onLeave > 0 && { label: t('list'), href: '/students?status=on_leave' }} />
        <QuestionCard question={t('students.expected')} answer={format.number(expected)} link={expected > 0 && { label: t('list'), href: '/students?status=expected' }} />
        {ctx.can('READ_GUARDIANS') && <QuestionCard question={t('students.unreachable')} answer="" link={{ label: t('see'), href: '/guardians?contact=unreachable' }} note={t('students.unreachableHint')} />}
      </div>
      <StudentCharts overview={overview} campuses={ctx.campus ? [ctx.campus] : ctx.campuses} />
      <BirthdayCard birthdays={overview.birthdays} />
    </Screen>
  )
}
