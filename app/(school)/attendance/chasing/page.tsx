import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { getChasing } from '@/lib/domain/attendance/chasing.server'
import { listReasons } from '@/lib/domain/attendance/reason.server'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate } from '@/lib/platform/time'
import { AttendanceTabs } from '../attendance-tabs'
import { DayNav } from '../day-nav'
import { PrintedDay } from '../printed-day'
import { CallList } from './call-list'
import { MissingList } from './missing-list'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.chasing'))('title') }
}

export default async function ChasingPage({ searchParams }: PageProps<'/attendance/chasing'>) {
  const ctx = await requirePage('CORRECT_ATTENDANCE', 'READ_ATTENDANCE')
  const asked = plainDate.safeParse((await searchParams).date).data
  const [t, chasing, reasons] = await Promise.all([getTranslations('attendance.chasing'), getChasing(ctx, asked), listReasons(ctx)])
  return (
    <Screen title={t('title')} description={<PrintedDay on={chasing.date} />} tabs={<AttendanceTabs ctx={ctx} current="chasing" />} aside={<DayNav path="/attendance/chasing" date={chasing.date} today={chasing.today} />}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <MissingList missing={chasing.missing} date={chasing.date} />
        <CallList rows={chasing.toCall} date={chasing.date} timeZone={ctx.timeZone} reasons={reasons} ofOneCampus={ctx.campus !== null} />
      </div>
    </Screen>
  )
}
