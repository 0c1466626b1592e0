import type { StatusIcon, Tone } from '@/components/ui/status'
import type { AttendanceStatus } from '@/lib/domain/attendance/register'

/** Present is green, late amber, absent red, excused slate; never the campus's colour. */
export const statusLook: Record<AttendanceStatus, { tone: Tone; icon?: StatusIcon }> = {
  present: { tone: 'ok' },
  late: { tone: 'warn' },
  absent_unexcused: { tone: 'bad' },
  absent_excused: { tone: 'quiet', icon: 'info' },
  left_early: { tone: 'warn' },
  partial: { tone: 'warn' },
  off_site: { tone: 'ok' },
  remote: { tone: 'ok' },
  suspended: { tone: 'bad' },
  not_required: { tone: 'quiet' },
  unmarked: { tone: 'quiet', icon: 'pencil' },
}
