import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Day } from '@/lib/domain/attendance/day.server'
import { toDate, type PlainDate } from '@/lib/platform/time'

/** On a day without school: which one stands below, and which comes next. */
export function NoSchoolNotice({ asked, day }: { asked: Day; day: Day }) {
  const t = useTranslations('home')
  const format = useFormatter()
  const said = (date: PlainDate) => format.dateTime(toDate(date), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const next = asked.nextSchoolDay ? t('nextSchoolDay', { date: said(asked.nextSchoolDay) }) : t('noNextSchoolDay')
  if (day === asked) return <Notice tone="quiet" title={t('noDaysYet')}>{asked.nextSchoolDay ? next : t('noDaysYetText')}</Notice>
  return <Notice tone="quiet" title={t('lastSchoolDay', { date: said(day.date) })}>{next}</Notice>
}
