import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getMonthSheet } from '@/lib/domain/attendance/report.server'
import { plainMonth } from '@/lib/domain/attendance/staff-day'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { toDate } from '@/lib/platform/time'
import { AttendanceTabs } from '../../attendance-tabs'
import { PrintButton } from '../print-button'
import { MonthSheet } from './month-sheet'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.reports'))('monthSheet') }
}

export default async function MonthSheetPage({ searchParams }: PageProps<'/attendance/reports/register'>) {
  const ctx = await requirePage('READ_ATTENDANCE')
  const asked = await searchParams
  const [classId, month] = [z.uuid().safeParse(asked.class).data, plainMonth.safeParse(asked.month).data ?? todayIn(ctx.timeZone).slice(0, 7)]
  const [t, format] = await Promise.all([getTranslations('attendance.reports'), getFormatter()])
  const sheet = classId ? await getMonthSheet(ctx, classId, month) : null
  if (!classId || !sheet) return <Screen title={t('monthSheet')} tabs={<AttendanceTabs ctx={ctx} current="reports" />}><EmptyState title={t('chooseClass')} deed={ctx.can('READ_ATTENDANCE_SUMMARIES') && <LinkButton href="/attendance/reports?by=class">{t('classReports')}</LinkButton>}>{t('chooseClassText')}</EmptyState></Screen>
  const name = format.dateTime(toDate(`${month}-01`), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <Screen title={`${sheet.className} · ${name}`} tabs={<AttendanceTabs ctx={ctx} current="reports" />} aside={<PrintButton label={t('print')} />} wide>
      <MonthSheet sheet={sheet} classId={classId} />
    </Screen>
  )
}
