import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { checkInType } from './check-in'
import { signType } from './signs'
import { weekOf } from './week'

export type OwnTasks = { /** Signs that one has begun and that are due. */ signsDue: number; hasCheckedIn: boolean; hasResult: boolean }

/** What of one's own learning waits for oneself; nobody else's is asked for. */
export async function findOwnTasks({ db, user, timeZone }: Ctx): Promise<OwnTasks> {
  const today = todayIn(timeZone)
  const own = (progressType: string) => ({ userId: user.id, progressType })
  const [signsDue, checkIns, results] = await Promise.all([
    db.userProgress.count({ where: { ...own(signType), metadata: { path: ['due'], lte: today } } }),
    db.userProgress.count({ where: { ...own(checkInType), metadata: { path: ['date'], gte: weekOf(today) } }, take: 1 }),
    db.personalityQuizResult.count({ where: { userId: user.id }, take: 1 }),
  ])
  return { signsDue, hasCheckedIn: checkIns > 0, hasResult: results > 0 }
}
