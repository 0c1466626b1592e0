'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Notice } from '@/components/ui/notice'
import type { StudentDeed } from '@/lib/domain/academics/student-life'
import type { Consequences } from '@/lib/domain/academics/student-life.server'
import { daysAfter, isPlainDate, toDate } from '@/lib/platform/time'

type ConsequenceListProps = { deed: StudentDeed; ends: boolean; consequences: Consequences; today: string }

/** What the deed brings about on the day that is chosen. */
export function ConsequenceList({ deed, ends, consequences: { places, marks, openInvoices }, today }: ConsequenceListProps) {
  const t = useTranslations('students.life.consequences')
  const format = useFormatter()
  const on = String(useWatch({ name: 'on' }) ?? '')
  if (!isPlainDate(on)) return null
  const day = (date: string) => format.dateTime(toDate(date), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const lastDay = daysAfter(on, -1)
  const later = marks.filter((date) => date >= on)
  const lines = [
    t(on <= today ? 'now' : 'then', { date: day(on) }),
    ...(ends ? places.map(({ className, from }) => (from <= lastDay ? t('lastDay', { class: className, date: day(lastDay) }) : t('never', { class: className }))) : []),
    ...(ends && places.length > 0 ? [t('register', { date: day(on) })] : []),
    ...(ends && later.length > 0 ? [t('marks', { count: later.length })] : []),
    ...(ends && openInvoices > 0 ? [t('invoices', { count: openInvoices })] : []),
    ...(deed === 'leave' ? [t('leave')] : []),
  ]
  return <Notice tone="quiet" title={t('title')}><ul className="flex list-disc flex-col gap-1 ps-5">{lines.map((line) => <li key={line}>{line}</li>)}</ul></Notice>
}
