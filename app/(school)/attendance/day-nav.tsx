import Link from 'next/link'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { iconButtonClass } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { daysAfter, type PlainDate } from '@/lib/platform/time'

type DayNavProps = { path: string; date: PlainDate; today: PlainDate; keep?: Readonly<Record<string, string>> }

/** Walks from day to day; the day is in the address, today is not. */
export function DayNav({ path, date, today, keep = {} }: DayNavProps) {
  const t = useTranslations('attendance.day')
  const to = (day: PlainDate) => {
    const asked = new URLSearchParams({ ...keep, ...(day === today ? {} : { date: day }) }).toString()
    return asked ? `${path}?${asked}` : path
  }
  return (
    <div className="flex items-center gap-1">
      <Link href={to(daysAfter(date, -1))} aria-label={t('previous')} className={iconButtonClass}>
        <ChevronLeft className="rtl:rotate-180" />
      </Link>
      <form action={path} method="get" className="flex items-center gap-1">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Input type="date" name="date" aria-label={t('chooseDate')} defaultValue={date} max={today} className="w-40" />
        <Button type="submit" size="sm">
          {t('show')}
        </Button>
      </form>
      {date < today && (
        <Link href={to(daysAfter(date, 1))} aria-label={t('next')} className={iconButtonClass}>
          <ChevronRight className="rtl:rotate-180" />
        </Link>
      )}
    </div>
  )
}
