import { getFormatter, getTranslations } from 'next-intl/server'
import { QuestionCard } from '@/components/dashboard/question-card'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getClassOverview } from '@/lib/domain/academics/overviews.server'
import { requirePage } from '@/lib/platform/context.server'
import { FillCard } from './fill-card'

export async function generateMetadata() {
  return { title: (await getTranslations('overviews'))('classes.title') }
}

export default async function ClassOverviewPage() {
  const ctx = await requirePage('READ_CLASSES')
  const [t, format, { fills, full, withoutTeacher, withoutSubjects, unplaced }] = await Promise.all([getTranslations('overviews'), getFormatter(), getClassOverview(ctx)])
  return (
    <Screen title={t('classes.title')} description={ctx.campus?.name ?? ctx.organization.name} aside={<LinkButton href="/classes">{t('list')}</LinkButton>} wide>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <QuestionCard question={t('classes.full')} answer={format.number(full)} note={fills.length > 0 && t('classes.of', { all: fills.length })} />
        <QuestionCard question={t('classes.withoutTeacher')} answer={format.number(withoutTeacher)} />
        <QuestionCard question={t('classes.withoutSubjects')} answer={format.number(withoutSubjects)} />
        <QuestionCard question={t('classes.unplaced')} answer={format.number(unplaced)} note={t('classes.unplacedHint')} />
      </div>
      <FillCard fills={fills} ofOneCampus={ctx.campus !== null} />
    </Screen>
  )
}
