import { useFormatter, useTranslations } from 'next-intl'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import type { Day } from '@/lib/domain/attendance/day.server'
import { toDate } from '@/lib/platform/time'

const days = 30

/** The share of marked students present, a line a campus, over the last thirty days that had registers. */
export function DayChart({ day: { history, campuses } }: { day: Day }) {
  const t = useTranslations('attendance.day')
  const format = useFormatter()
  const dates = [...new Set(history.map(({ date }) => date))].slice(-days)
  const of = new Map(history.map(({ campusId, date, percentage }) => [`${date} ${campusId}`, percentage / 100]))
  const drawn = campuses.filter(({ id }) => history.some(({ campusId }) => campusId === id))
  if (dates.length < 2) return null
  return (
    <Card>
      <Chart
        kind="line"
        title={t('chartTitle')}
        unit={t('chartUnit')}
        axis={t('chartDate')}
        format="percent"
        series={drawn.map(({ id, name }) => ({ key: id, label: name }))}
        points={dates.map((date) => ({
          label: format.dateTime(toDate(date), { month: 'short', day: 'numeric', timeZone: 'UTC' }),
          values: Object.fromEntries(drawn.map(({ id }) => [id, of.get(`${date} ${id}`) ?? null])),
        }))}
      />
    </Card>
  )
}
