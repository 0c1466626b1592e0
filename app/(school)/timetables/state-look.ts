import type { TimetableState } from '@/lib/domain/timetable/timetable'

export const timetableTone = { draft: 'quiet', coming: 'warn', inForce: 'ok', over: 'quiet', archived: 'quiet' } as const satisfies Record<TimetableState, 'ok' | 'warn' | 'quiet'>
