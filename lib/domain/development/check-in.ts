import { z } from 'zod'
import { zoneKeys, type ZoneKey } from './content-type'

export const checkInType = 'check_in'
export const reasonLength = 500
/** `id` is chosen by the device: a tap that is sent twice is one check-in. */
export const checkInInput = z.object({ id: z.uuid(), zone: z.enum(zoneKeys) })
export const reasonInput = z.object({ id: z.uuid(), reason: z.string().trim().max(reasonLength) })
export const talkInput = z.object({ toUserId: z.uuid(), note: z.string().trim().max(reasonLength).default('') })

/** Fewer people than this and a week is not shown. */
export const fewestPeople = 5
/** People of a campus in a week whose colour was most often this one. */
export type ZoneCount = { campusId: string; week: string; zone: ZoneKey; people: number }
export type ZoneWeek = { campusId: string; week: string; /** In tenths; null where too few took part. */ shares: Record<ZoneKey, number> | null }

/**
 * What may be shown of how people are. Weeks that are over, whole, one campus at a time and no sum over campuses: no two
 * answers ever differ by one person. A week of too few is hidden; shares are told in tenths and never as all or how many,
 * so that neither a number nor "everybody" points at somebody.
 */
export function publishable(counts: readonly ZoneCount[], campusIds: readonly string[], weeks: readonly string[]): ZoneWeek[] {
  return campusIds.flatMap((campusId) => weeks.map((week): ZoneWeek => {
    const here = counts.filter((one) => one.campusId === campusId && one.week === week)
    const people = here.reduce((sum, one) => sum + one.people, 0)
    if (people < fewestPeople) return { campusId, week, shares: null }
    const share = (zone: ZoneKey) => Math.min(0.9, Math.round((10 * here.filter((one) => one.zone === zone).reduce((sum, one) => sum + one.people, 0)) / people) / 10)
    return { campusId, week, shares: { blue: share('blue'), green: share('green'), yellow: share('yellow'), red: share('red') } }
  }))
}
