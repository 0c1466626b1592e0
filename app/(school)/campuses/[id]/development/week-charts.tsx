import { useFormatter, useTranslations } from 'next-intl'
import { ChartCard } from '@/components/dashboard/chart-card'
import type { DevelopmentWeek, Share } from '@/lib/domain/development/campus-development.server'
import { toDate } from '@/lib/platform/time'

const partOf = (share: Share | null) => (share === null || share.of === 0 ? null : share.done / share.of)

/** Who takes part and how many visits there were, week by week. A week without a note is a gap and no nought. */
export function WeekCharts({ weeks }: { weeks: readonly DevelopmentWeek[] }) {
  const t = useTranslations('development')
  const format = useFormatter()
  const label = (week: string) => format.dateTime(toDate(week), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const partial = (at: number) => (at === weeks.length - 1 ? t('thisWeek') : undefined)
  return (
    <>
      <ChartCard
        span={6} kind="line" title={t('charts.part')} unit={t('charts.partUnit')} axis={t('table.week')} format="percent" series={[{ key: 'note', label: t('table.note') }, { key: 'quiz', label: t('table.quiz') }]}
        points={weeks.map(({ week, note, quiz }, at) => ({ label: label(week), partial: partial(at), values: { note: partOf(note), quiz: partOf(quiz) } }))}
      />
      {weeks.some(({ visits }) => visits !== null) && (
        <ChartCard span={6} kind="bar" title={t('charts.visits')} unit={t('charts.visitsUnit')} axis={t('table.week')} series={[{ key: 'visits', label: t('table.visits') }]} points={weeks.map(({ week, visits }, at) => ({ label: label(week), partial: partial(at), values: { visits } }))} />
      )}
    </>
  )
}
