import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import type { Ctx } from '@/lib/platform/context'
import type { Permission } from '@/lib/platform/permissions'

/** The rooms of attendance, in the order of a day. */
const rooms = [
  { key: 'registers', href: '/attendance', needs: 'READ_ATTENDANCE' },
  { key: 'absences', href: '/attendance/absences', needs: 'READ_ATTENDANCE' },
  { key: 'desk', href: '/attendance/desk', needs: 'CORRECT_ATTENDANCE' },
  { key: 'chasing', href: '/attendance/chasing', needs: 'CORRECT_ATTENDANCE' },
  { key: 'overview', href: '/attendance/overview', needs: 'READ_ATTENDANCE_SUMMARIES' },
  { key: 'reports', href: '/attendance/reports', needs: 'READ_ATTENDANCE_SUMMARIES' },
  { key: 'summaries', href: '/attendance/summaries', needs: 'READ_ATTENDANCE_SUMMARIES' },
  { key: 'staff', href: '/attendance/staff', needs: 'READ_STAFF_ATTENDANCE' },
  { key: 'settings', href: '/attendance/settings', needs: 'UPDATE_ATTENDANCE_SETTINGS' },
] as const satisfies readonly { key: string; href: string; needs: Permission }[]
export type AttendanceRoom = (typeof rooms)[number]['key']

/** Where else one may go in attendance; whoever has one room only needs no way to others. */
export function AttendanceTabs({ ctx, current }: { ctx: Pick<Ctx, 'can'>; current: AttendanceRoom }) {
  const t = useTranslations('attendance.rooms')
  const open = rooms.filter(({ needs }) => ctx.can(needs))
  return open.length < 2 ? null : <Tabs label={t('label')} tabs={open.map(({ key, href }) => ({ href, label: t(key), current: key === current }))} />
}
