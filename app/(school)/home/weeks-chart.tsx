import { useFormatter, useTranslations } from 'next-intl'
import { Chart } from '@/components/chart/chart'
import type { DayPoint } from '@/lib/domain/attendance/day.server'
import type { CampusBadge } from '@/lib/platform/context'
import { campusTheme } from '@/lib/platform/theme'
import { toDate } from '@/lib/platform/time'

/** A campus is drawn in its own colour and with its own dash, whoever looks and whatever else is drawn. */
export const campusSeries = (campus: CampusBadge) => {
  const { light, dark } = campusTheme(campus).line
  return { key: campus.id, label: campus.name, own: { color: `light-dark(${light}, ${dark})`, word: campus.code } }
}

/** The share of students present, a line a campus, over the last thirty days that had registers. */
export function WeeksChart({ history, campuses }: { history: readonly DayPoint[]; campuses: readonly CampusBadge[] }) {
  const t = useTranslations('home.weeks')
  const format = useFormatter()
  const dates = [...new Set(history.map(({ date }) => date))]
  const of = new Map(history.map(({ campusId, date, percentage }) => [`${date} ${campusId}`, percentage / 100]))
  const partial = new Set(history.flatMap(({ date, isPartial }) => (isPartial ? [date] : [])))
  const drawn = campuses.filter(({ id }) => history.some(({ campusId }) => campusId === id))
  if (dates.length < 2) return null
  return (
    <Chart
      kind="line"
      title={t('title', { days: dates.length })}
      unit={t('unit')}
      axis={t('day')}
      format="percent"
      series={drawn.map(campusSeries)}
      points={dates.map((date) => ({
        label: format.dateTime(toDate(date), { month: 'short', day: 'numeric', timeZone: 'UTC' }),
        partial: partial.has(date) ? t('partial') : undefined,
        values: Object.fromEntries(drawn.map(({ id }) => [id, of.get(`${date} ${id}`) ?? null])),
      }))}
    />
  )
}
