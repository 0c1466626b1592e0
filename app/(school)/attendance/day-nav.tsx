import Link from 'next/link'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { iconButtonClass } from '@/components/ui/icon-button'
import { LinkButton } from '@/components/ui/link-button'
import { daysAfter, type PlainDate } from '@/lib/platform/time'
import { DayPicker } from './day-picker'

type DayNavProps = { path: string; date: PlainDate; today: PlainDate; keep?: Readonly<Record<string, string>>; /** Whether days to come can be looked at. */ ahead?: boolean }

/** Walks from day to day; the day is in the address, today is not. */
export function DayNav({ path, date, today, keep = {}, ahead = false }: DayNavProps) {
  const t = useTranslations('attendance.day')
  const to = (day: PlainDate) => {
    const asked = new URLSearchParams({ ...keep, ...(day === today ? {} : { date: day }) }).toString()
    return asked ? `${path}?${asked}` : path
  }
  return (
    <nav aria-label={t('days')} className="flex flex-wrap items-center gap-1 print:hidden">
      <Link href={to(daysAfter(date, -1))} aria-label={t('previous')} className={iconButtonClass}>
        <ChevronLeft aria-hidden className="rtl:rotate-180" />
      </Link>
      <DayPicker action={path} keep={keep} label={t('chooseDate')} date={date} today={ahead ? undefined : today} />
      {(ahead || date < today) && (
        <>
          <Link href={to(daysAfter(date, 1))} aria-label={t('next')} className={iconButtonClass}>
            <ChevronRight aria-hidden className="rtl:rotate-180" />
          </Link>
          {date !== today && <LinkButton href={to(today)} variant="secondary" size="sm">{t('toToday')}</LinkButton>}
        </>
      )}
    </nav>
  )
}
