import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listCampusRules } from '@/lib/domain/attendance/campus-rules.server'
import { listNotices } from '@/lib/domain/attendance/notice.server'
import { listReasons } from '@/lib/domain/attendance/reason.server'
import { nowIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { AttendanceTabs } from '../attendance-tabs'
import { LateDesk } from './late-desk'
import { NoticeDialog } from './notice-dialog'
import { NoticeList } from './notice-list'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.office'))('title') }
}

export default async function DeskPage() {
  const ctx = await requirePage('CORRECT_ATTENDANCE', 'READ_ATTENDANCE')
  const { date } = nowIn(ctx.timeZone)
  const campusIds = (ctx.campus ? [ctx.campus] : ctx.campuses).map(({ id }) => id)
  const [t, reasons, notices, rules] = await Promise.all([getTranslations('attendance.office'), listReasons(ctx), listNotices(ctx, campusIds, date), listCampusRules(ctx)])
  // Minutes since the day began are those of one campus; of several only where all begin alike.
  const zones = new Map(ctx.campuses.map(({ id, timeZone }) => [id, timeZone]))
  const begins = [...new Map(rules.map(({ campusId, rules: { startsAt } }) => [`${startsAt} ${zones.get(campusId)}`, { startsAt, now: nowIn(zones.get(campusId) ?? ctx.timeZone).time }])).values()]
  const [today, coming] = [notices.filter((one) => one.fromDate <= date), notices.filter((one) => one.fromDate > date)]
  return (
    <Screen title={t('title')} tabs={<AttendanceTabs ctx={ctx} current="desk" />} deed={<NoticeDialog reasons={reasons} today={date} />}>
      <LateDesk reasons={reasons} begins={begins.length === 1 ? begins[0]! : null} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <NoticeList title={t('arrivals')} empty={t('noArrivals')} rows={today.filter(({ kind }) => kind !== 'absent')} today={date} />
        <NoticeList title={t('absences')} empty={t('noAbsences')} rows={today.filter(({ kind }) => kind === 'absent')} today={date} />
        {coming.length > 0 && <NoticeList title={t('coming')} empty="" rows={coming} today={date} />}
      </div>
    </Screen>
  )
}
