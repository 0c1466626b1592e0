import type { Tone } from '@/components/ui/status'
import type { DayLetter } from '@/lib/domain/attendance/day-rule'

/** The colours of a day, as those of a mark. */
export const letterTone = { p: 'ok', l: 'warn', e: 'quiet', a: 'bad', g: 'quiet', h: 'bad' } as const satisfies Record<DayLetter, Tone>
