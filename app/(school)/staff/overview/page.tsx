import { getFormatter, getTranslations } from 'next-intl/server'
import { ChartCard } from '@/components/dashboard/chart-card'
import { QuestionCard } from '@/components/dashboard/question-card'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getStaffOverview } from '@/lib/domain/people/staff-overview.server'
import { requirePage } from '@/lib/platform/context.server'
import { LeavingCard } from './leaving-card'

export async function generateMetadata() {
  return { title: (await getTranslations('overviews'))('staff.title') }
}

export default async function StaffOverviewPage() {
  const ctx = await requirePage('READ_STAFF')
  const [t, words, format, { types, total, withoutAccount, expiring, leaving }] = await Promise.all([getTranslations('overviews'), getTranslations('staff'), getFormatter(), getStaffOverview(ctx)])
  return (
    <Screen title={t('staff.title')} description={ctx.campus?.name ?? ctx.organization.name} aside={<LinkButton href="/staff">{t('list')}</LinkButton>} wide>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-3">
        <QuestionCard question={t('staff.total')} answer={format.number(total)} />
        <QuestionCard question={t('staff.withoutAccount')} answer={format.number(withoutAccount)} />
        {ctx.can('READ_DOCUMENTS') && <QuestionCard question={t('staff.expiring')} answer={format.number(expiring)} link={expiring > 0 && { label: t('see'), href: '/documents?owner=staff&expiry=soon' }} />}
      </div>
      {types.length > 0 && <ChartCard kind="bar" title={t('staff.byType')} unit={t('staff.unit')} axis={t('staff.type')} series={[{ key: 'count', label: t('staff.unit') }]} points={types.map(({ type, count }) => ({ label: words(`types.${type}`), values: { count } }))} />}
      <LeavingCard leaving={leaving} />
    </Screen>
  )
}
