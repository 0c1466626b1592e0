import type { Permission } from '@/lib/platform/permissions'

/** The rooms of attendance, in the order of a day; each asks for all that its page asks for. */
export const attendanceRooms = [
  { key: 'registers', href: '/attendance', needs: ['READ_ATTENDANCE'] },
  { key: 'absences', href: '/attendance/absences', needs: ['READ_ATTENDANCE'] },
  { key: 'desk', href: '/attendance/desk', needs: ['CORRECT_ATTENDANCE', 'READ_ATTENDANCE'] },
  { key: 'chasing', href: '/attendance/chasing', needs: ['CORRECT_ATTENDANCE', 'READ_ATTENDANCE'] },
  { key: 'overview', href: '/attendance/overview', needs: ['READ_ATTENDANCE_SUMMARIES'] },
  { key: 'reports', href: '/attendance/reports', needs: ['READ_ATTENDANCE_SUMMARIES'] },
  { key: 'summaries', href: '/attendance/summaries', needs: ['READ_ATTENDANCE_SUMMARIES'] },
  { key: 'staff', href: '/attendance/staff', needs: ['READ_STAFF_ATTENDANCE'] },
  { key: 'settings', href: '/attendance/settings', needs: ['UPDATE_ATTENDANCE_SETTINGS'] },
] as const satisfies readonly { key: string; href: string; needs: readonly Permission[] }[]
export type AttendanceRoom = (typeof attendanceRooms)[number]['key']
