import { useFormatter, useTranslations } from 'next-intl'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import type { CriterionKey } from '@/lib/domain/development/content-type'
import { fewestVisits } from '@/lib/domain/development/walkthrough'
import type { WalkthroughOverview } from '@/lib/domain/development/walkthrough-overview.server'
import type { CampusBadge } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'
import { campusSeries } from '../../home/weeks-chart'
import type { ShownCriterion } from '../new/rating-row'

type RatingChartsProps = { overview: WalkthroughOverview; criteria: readonly ShownCriterion<CriterionKey>[]; campuses: readonly CampusBadge[] }

const mean = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length
}

/** How ratings move by week, and where they stand by criterion and campus. What rests on too few visits leaves a gap. */
export function RatingCharts({ overview: { trends, criteria: averages, campuses: places }, criteria, campuses }: RatingChartsProps) {
  const t = useTranslations('walkthroughs')
  const format = useFormatter()
  const shown = campuses.filter(({ id }) => places.some((place) => place.id === id && place.visits >= fewestVisits))
  const several = shown.length > 1
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card>
        <Chart
          kind="line" format="rating" title={t('over.trend')} unit={t('over.unit')} axis={t('fields.week')} series={[{ key: 'all', label: t('fields.average') }]}
          points={trends.map(({ week, averages: of }) => ({ label: format.dateTime(toDate(week), { day: 'numeric', month: 'short', timeZone: 'UTC' }), values: { all: mean(Object.values(of)) } }))}
        />
      </Card>
      <Card>
        <Chart
          kind="bar" format="rating" title={t(several ? 'over.byCampus' : 'over.byCriterion')} unit={t('over.unit')} axis={t('fields.criterion')}
          series={several ? shown.map(campusSeries) : [{ key: 'all', label: t('fields.average') }]}
          points={criteria.map(({ key, name }) => ({ label: name, values: several ? Object.fromEntries(places.map((place) => [place.id, place.averages[key]])) : { all: averages[key] } }))}
        />
      </Card>
      <p className="text-sm text-soft">{t('over.fewText', { count: fewestVisits })}</p>
    </div>
  )
}
