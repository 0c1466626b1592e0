import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { QuestionCard, type Comparison } from '@/components/dashboard/question-card'
import type { Share } from '@/components/dashboard/share-bar'
import type { DayFigures } from '@/lib/domain/attendance/day.server'
import { toDate, type PlainDate } from '@/lib/platform/time'
import type { Addresses } from './addresses'

/** Up to half a point is as usual, more than two below is worth a look. */
const bounds = { usual: 0.5, low: -2 }

export function useComparison(date: PlainDate) {
  const t = useTranslations('home.here')
  const format = useFormatter()
  const weekday = format.dateTime(toDate(date), { weekday: 'long', timeZone: 'UTC' })
  return ({ percentage, usual }: DayFigures): Comparison | null => {
    if (percentage === null || usual === null) return null
    const points = percentage - usual.percentage
    const by = format.number(Math.abs(points), { maximumFractionDigits: 1, minimumFractionDigits: 1 })
    if (Math.abs(points) < bounds.usual) return { tone: 'quiet', text: t('asUsual', { weekday }) }
    return points > 0 ? { tone: 'ok', text: t('above', { by, weekday }) } : { tone: points < bounds.low ? 'bad' : 'warn', icon: 'alert', text: t('below', { by, weekday }) }
  }
}

export function useShares(day: DayFigures, to: Addresses): Share[] {
  const t = useTranslations('home.here')
  return [
    { key: 'present', count: day.present - day.half, label: t('present'), tone: 'ok', href: to.registers() },
    ...(day.half > 0 ? [{ key: 'half', count: day.half, label: t('half'), tone: 'warn' as const, href: to.absences('half') }] : []),
    { key: 'late', count: day.late, label: t('late'), tone: 'warn', href: to.absences('late') },
    { key: 'excused', count: day.excused, label: t('excused'), tone: 'quiet', icon: 'info', href: to.absences('excused') },
    { key: 'unexplained', count: day.unexplained, label: t('unexplained'), tone: 'bad', href: to.absences('unexplained') },
    ...(day.unmarked > 0 ? [{ key: 'unmarked', count: day.unmarked, label: t('unmarked'), tone: 'none' as const, href: to.registers('missing') }] : []),
  ]
}

type HereCardProps = { day: DayFigures; isComparable: boolean; date: PlainDate; isToday: boolean; to: Addresses; children?: ReactNode }

/** Who is here, against a usual day of the week, and where the others are. */
export function HereCard({ day, isComparable, date, isToday, to, children }: HereCardProps) {
  const t = useTranslations('home.here')
  const format = useFormatter()
  const comparison = useComparison(date)
  const shares = useShares(day, to)
  const { percentage, registersDue: due, registersTaken: taken } = day
  return (
    <QuestionCard
      question={t(isToday ? 'question' : 'questionThen')}
      answer={percentage === null ? t('nothingYet') : format.number(percentage / 100, { style: 'percent', maximumFractionDigits: 1 })}
      comparison={isComparable ? comparison(day) : null}
      note={taken < due && percentage !== null && t('soFar', { taken, due })}
      shares={percentage === null ? undefined : shares}
      link={due > 0 && { href: to.registers(), label: t('link') }}
    >
      {children}
    </QuestionCard>
  )
}
