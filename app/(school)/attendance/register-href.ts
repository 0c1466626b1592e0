import type { RegisterRow } from '@/lib/domain/attendance/day.server'
import type { PlainDate } from '@/lib/platform/time'

/** Where a register is, and where one comes back to from it. The day is always said: today is another one where the class is, or after midnight. */
export const registerHref = (date: PlainDate, done: string) => ({ classId, periodId }: Pick<RegisterRow, 'classId' | 'periodId'>) =>
  `/attendance/${classId}?${new URLSearchParams({ date, ...(periodId ? { period: periodId } : {}), ...(done === '/' ? {} : { done }) }).toString()}`
