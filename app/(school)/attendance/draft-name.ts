import type { RegisterKey } from '@/lib/domain/attendance/register'

/** One draft a person, class, day and period: a shared tablet mixes up nobody. */
export const draftsOf = (userId: string) => `register:${userId}:`
export const draftName = (userId: string, { classId, date, periodId }: RegisterKey) => `${draftsOf(userId)}${classId}:${date}:${periodId ?? ''}`
