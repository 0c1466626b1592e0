import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { iconButtonClass } from '@/components/ui/icon-button'
import { LinkButton } from '@/components/ui/link-button'
import { daysAfter, type PlainDate } from '@/lib/platform/time'

/** Walks from week to week; the week is in the address, this one is not. */
export function WeekNav({ monday, today }: { monday: PlainDate; today: PlainDate }) {
  const t = useTranslations('timetables.mine')
  const to = (days: number) => `/timetables/mine?week=${daysAfter(monday, days)}`
  const isThis = monday <= today && today < daysAfter(monday, 7)
  return (
    <nav aria-label={t('title')} className="flex items-center gap-1 print:hidden">
      <Link href={to(-7)} aria-label={t('previous')} className={iconButtonClass}><ChevronLeft aria-hidden className="rtl:rotate-180" /></Link>
      <Link href={to(7)} aria-label={t('next')} className={iconButtonClass}><ChevronRight aria-hidden className="rtl:rotate-180" /></Link>
      {!isThis && <LinkButton href="/timetables/mine" size="sm">{t('this')}</LinkButton>}
    </nav>
  )
}
