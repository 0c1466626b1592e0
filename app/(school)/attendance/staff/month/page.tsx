import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { iconButtonClass } from '@/components/ui/icon-button'
import { Screen } from '@/components/ui/screen'
import { getStaffMonth } from '@/lib/domain/attendance/staff-sheet.server'
import { plainMonth } from '@/lib/domain/attendance/staff-day'
import { requirePage } from '@/lib/platform/context.server'
import { daysAfter, toDate } from '@/lib/platform/time'
import { AttendanceTabs } from '../../attendance-tabs'
import { StaffViews } from '../staff-views'
import { StaffMonth } from './staff-month'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.staff'))('monthTitle') }
}

export default async function StaffMonthPage({ searchParams }: PageProps<'/attendance/staff/month'>) {
  const ctx = await requirePage('READ_STAFF_ATTENDANCE')
  const [t, format, month] = await Promise.all([getTranslations('attendance.staff'), getFormatter(), getStaffMonth(ctx, { month: plainMonth.safeParse((await searchParams).month).data })])
  const name = format.dateTime(toDate(`${month.month}-01`), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const [before, after] = [daysAfter(`${month.month}-01`, -1), daysAfter(month.days.at(-1)!.date, 1)].map((day) => `/attendance/staff/month?month=${day.slice(0, 7)}`)
  const walk = (
    <nav aria-label={t('months')} className="flex items-center gap-1 print:hidden">
      <Link href={before!} aria-label={t('monthBefore')} className={iconButtonClass}><ChevronLeft aria-hidden className="rtl:rotate-180" /></Link>
      <span className="min-w-32 text-center font-medium">{name}</span>
      <Link href={after!} aria-label={t('monthAfter')} className={iconButtonClass}><ChevronRight aria-hidden className="rtl:rotate-180" /></Link>
    </nav>
  )
  return (
    <Screen title={t('monthTitle')} tabs={<AttendanceTabs ctx={ctx} current="staff" />} description={<span className="hidden print:block">{name}</span>} aside={<><StaffViews current="month" />{walk}</>} wide>
      {month.rows.length === 0 ? <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState> : <StaffMonth month={month} name={name} />}
    </Screen>
  )
}
