import { useFormatter, useTranslations } from 'next-intl'
import { QuestionCard } from '@/components/dashboard/question-card'
import { attendanceShare } from '@/lib/domain/attendance/report'
import type { getOverview } from '@/lib/domain/attendance/report.server'
import { reportHref } from '../reports/report-href'

type OverviewCardsProps = { overview: Awaited<ReturnType<typeof getOverview>>; asked: Parameters<typeof reportHref>[0] }

/** How many were here, who missed most, who came late and whose absence nobody explained; each number leads to its rows. */
export function OverviewCards({ overview: { report: { total, before }, people }, asked }: OverviewCardsProps) {
  const [t, format] = [useTranslations('attendance.overview'), useFormatter()]
  const percent = (value: number | null) => (value === null ? '–' : format.number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }))
  const [now, then] = [attendanceShare(total), before && attendanceShare(before)]
  const link = (more: object) => ({ href: reportHref({ ...asked, ...more }), label: t('rows') })
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <QuestionCard question={t('share')} answer={percent(now)} note={now !== null && then !== null ? t('against', { share: then, points: Math.round((now - then) * 1000) / 10 }) : t('noBefore')} link={link({ by: 'week' })} />
      <QuestionCard question={t('chronic')} answer={format.number(people.chronic)} note={t('of', { count: people.students })} link={link({ by: 'student', chronic: '1' })} />
      <QuestionCard question={t('late')} answer={format.number(people.l)} note={t('minutes', { count: people.lateMinutes })} link={link({ by: 'class' })} />
      <QuestionCard question={t('unexplained')} answer={format.number(people.a + people.h / 2)} note={t('excused', { count: people.e + people.g / 2 })} link={link({ by: 'student' })} />
    </div>
  )
}
