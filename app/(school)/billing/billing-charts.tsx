import { useFormatter, useTranslations } from 'next-intl'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import type { BillingOverview } from '@/lib/domain/billing/overview.server'
import type { CampusBadge } from '@/lib/platform/context'
import { majorOf, sumOf } from '@/lib/platform/money'
import { toDate } from '@/lib/platform/time'

type BillingChartsProps = { overview: BillingOverview; currency: string; campuses: readonly CampusBadge[]; mayReadPayments: boolean }

/** The drawings are in whole units of the currency; the amounts to the cent stand in the lists. */
export function BillingCharts({ overview: { byAge, byCampus, days, months }, currency, campuses, mayReadPayments }: BillingChartsProps) {
  const [t, invoices, payments] = [useTranslations('billing'), useTranslations('invoices'), useTranslations('payments')]
  const format = useFormatter()
  const amount = [{ key: 'amount', label: currency }]
  const paid = (query: string) => (mayReadPayments ? `/payments?${query}` : null)
  const by = (key: 'day' | 'method') => [...new Set(days.map((row) => row[key]))].sort().map((name) => ({ name, amount: majorOf(sumOf(days.filter((row) => row[key] === name).map((row) => row.amount))) }))
  // The first takes a row of its own where another would stand alone.
  const isOdd = byCampus.length > 1
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card className={isOdd ? 'lg:col-span-2' : undefined}>
        <Chart
          kind="bar" title={t('byMonth')} unit={currency} axis={t('month')} series={[{ key: 'issued', label: t('issued') }, { key: 'collected', label: t('received') }]}
          points={months.map(({ month, issued, collected }) => ({ label: format.dateTime(toDate(`${month}-01`), { month: 'short', year: '2-digit', timeZone: 'UTC' }), values: { issued: majorOf(issued), collected: majorOf(collected) }, links: { issued: `/invoices?month=${month}`, collected: paid(`month=${month}`) } }))}
        />
      </Card>
      <Card><Chart kind="bar" title={t('ages')} unit={currency} axis={t('age')} series={amount} points={byAge.map((row) => ({ label: invoices(`ages.${row.age}`), values: { amount: majorOf(row.amount) }, links: { amount: `/invoices?age=${row.age}` } }))} /></Card>
      {days.length > 0 && <Card><Chart kind="bar" title={t('byDay')} unit={currency} axis={t('day')} series={amount} points={by('day').map((row) => ({ label: format.dateTime(toDate(row.name), { day: 'numeric', month: 'short', timeZone: 'UTC' }), values: { amount: row.amount }, links: { amount: paid(`on=${row.name}`) } }))} /></Card>}
      {days.length > 0 && <Card><Chart kind="bar" title={t('byMethod')} unit={currency} axis={t('method')} series={amount} points={by('method').map((row) => ({ label: payments(`methods.${row.name}`), values: { amount: row.amount }, links: { amount: paid(`method=${row.name}`) } }))} /></Card>}
      {byCampus.length > 1 && <Card><Chart kind="bar" title={t('byCampus')} unit={currency} axis={t('campus')} series={amount} points={byCampus.map((row) => ({ label: campuses.find(({ id }) => id === row.id)?.name ?? '', values: { amount: majorOf(row.amount) }, links: { amount: `/invoices?campus=${row.id}&age=open` } }))} /></Card>}
    </div>
  )
}
