import type { StatusIcon, Tone } from '@/components/ui/status'
import type { StaffStatus } from '@/lib/domain/attendance/staff-day'

export const staffLook: Record<StaffStatus, { tone: Tone; icon?: StatusIcon }> = {
  present: { tone: 'ok' }, late: { tone: 'warn' }, absent: { tone: 'bad' }, absent_excused: { tone: 'quiet', icon: 'info' }, remote: { tone: 'ok' }, half_day: { tone: 'warn' },
}
