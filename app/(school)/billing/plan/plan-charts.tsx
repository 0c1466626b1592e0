import { useFormatter, useTranslations } from 'next-intl'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import type { Option } from '@/components/ui/select'
import type { PlanAndActual, PlanRow } from '@/lib/domain/billing/overview.server'
import type { CampusBadge } from '@/lib/platform/context'
import { majorOf } from '@/lib/platform/money'
import { toDate } from '@/lib/platform/time'

type PlanChartsProps = { plan: PlanAndActual; yearId: string; currency: string; campuses: readonly CampusBadge[]; grades: readonly Option[]; mayReadPayments: boolean }

/** Planned, issued, collected: three bars a month, a campus, a grade; and what discounts take off in each grade. */
export function PlanCharts({ plan, yearId, currency, campuses, grades, mayReadPayments }: PlanChartsProps) {
  const t = useTranslations('billing')
  const format = useFormatter()
  const series = [{ key: 'planned', label: t('plan.planned') }, { key: 'issued', label: t('issued') }, { key: 'collected', label: t('received') }]
  /** `query` says which rows a number is of; what stands in no grade has none of its own. */
  const points = (rows: readonly PlanRow[], labelOf: (key: string) => string, query: (key: string) => string | null) =>
    rows.map(({ key, planned, issued, collected }) => {
      const of = query(key)
      return {
        label: labelOf(key), values: { planned: majorOf(planned), issued: majorOf(issued), collected: majorOf(collected) },
        links: { planned: `/fee-plans?year=${yearId}${of?.startsWith('grade') ? `&${of}` : ''}`, issued: of && `/invoices?${of}`, collected: of && mayReadPayments ? `/payments?${of}` : null },
      }
    })
  const month = (key: string) => format.dateTime(toDate(`${key}-01`), { month: 'short', year: '2-digit', timeZone: 'UTC' })
  const campus = (key: string) => campuses.find(({ id }) => id === key)?.name ?? ''
  const grade = (key: string) => grades.find(({ value }) => value === key)?.label ?? t('plan.noGrade')
  const order = (key: string) => grades.findIndex(({ value }) => value === key)
  const byGrade = [...plan.grades].sort((a, b) => order(a.key) - order(b.key))
  const chart = (title: string, axis: string, drawn: ReturnType<typeof points>) => <Card><Chart kind="bar" title={title} unit={currency} axis={axis} series={series} points={drawn} /></Card>
  return (
    <>
      <p className="max-w-prose text-soft">{t('plan.hint')}</p>
      <div className="grid gap-4 lg:grid-cols-2">
        {chart(t('plan.byMonth'), t('month'), points(plan.months, month, (key) => `month=${key}`))}
        {plan.campuses.length > 1 && chart(t('plan.byCampus'), t('campus'), points(plan.campuses, campus, (key) => `campus=${key}`))}
        {chart(t('plan.byGrade'), t('plan.grade'), points(byGrade, grade, (key) => (key ? `grade=${key}` : null)))}
        <Card>
          <Chart
            kind="bar" title={t('plan.discounts')} unit={currency} axis={t('plan.grade')} series={[{ key: 'discount', label: t('plan.takenOff') }]}
            points={byGrade.map(({ key, discount }) => ({ label: grade(key), values: { discount: majorOf(discount) }, links: { discount: key ? `/invoices?grade=${key}` : null } }))}
          />
        </Card>
      </div>
    </>
  )
}
