import { useFormatter, useTranslations } from 'next-intl'
import { StatCard } from '@/components/ui/stat-card'
import type { Day } from '@/lib/domain/attendance/day.server'

const sum = <Row,>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
export const withAsked = (href: string, ...asked: readonly (string | false | undefined)[]) => {
  const query = asked.filter(Boolean).join('&')
  return query ? `${href}?${query}` : href
}

export function DayCards({ day: { campuses }, asked }: { day: Day; asked: string }) {
  const t = useTranslations('attendance.day')
  const format = useFormatter()
  const [present, absent, late] = [sum(campuses, (c) => c.present + c.late), sum(campuses, (c) => c.absent), sum(campuses, (c) => c.late)]
  const [due, taken] = [sum(campuses, (c) => c.registersDue), sum(campuses, (c) => c.registersTaken)]
  const marked = present + absent
  const missing = due - taken
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatCard
        question={t('presentQuestion')}
        answer={marked === 0 ? t('nothingYet') : format.number(present / marked, { style: 'percent', maximumFractionDigits: 1 })}
        note={marked > 0 && t('presentNote', { present, marked })}
        href={withAsked('/attendance', asked)}
        link={t('presentLink')}
      />
      <StatCard
        question={t('missingQuestion')}
        answer={due === 0 ? t('noneDue') : missing === 0 ? t('missingNone') : t('missingAnswer', { missing, due })}
        verdict={due === 0 ? undefined : missing === 0 ? { tone: 'ok', word: t('done') } : { tone: 'warn', word: t('watch') }}
        href={withAsked('/attendance', asked, 'state=missing')}
        link={t('missingLink')}
      />
      <StatCard question={t('absentQuestion')} answer={format.number(absent)} href={withAsked('/attendance/absences', asked, 'kind=absent')} link={t('absentLink')} />
      <StatCard question={t('lateQuestion')} answer={format.number(late)} href={withAsked('/attendance/absences', asked, 'kind=late')} link={t('lateLink')} />
    </div>
  )
}
