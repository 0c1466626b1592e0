import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import type { Ctx } from '@/lib/platform/context'
import { attendanceRooms, type AttendanceRoom } from './rooms'

/** Where else one may go in attendance; whoever has one room only needs no way to others. */
export function AttendanceTabs({ ctx, current }: { ctx: Pick<Ctx, 'can'>; current: AttendanceRoom }) {
  const t = useTranslations('attendance.rooms')
  const open = attendanceRooms.filter(({ needs }) => needs.every(ctx.can))
  return open.length < 2 ? null : <Tabs label={t('label')} tabs={open.map(({ key, href }) => ({ href, label: t(key), current: key === current }))} />
}
