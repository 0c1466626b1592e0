import 'server-only'
import { cache } from 'react'
import { nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import type { RegisterMode } from './register'
import { noSchool, type CampusClock, type SchoolCalendar } from './school-day'

/** The campuses that a page is about: the one that its address asks for, else the chosen one, else all within reach. */
export const campusesOf = ({ campus, campuses }: Ctx, asked?: string) => (asked ? campuses.filter(({ id }) => id === asked) : campus ? [campus] : campuses)

export const clocksOf = (ctx: Ctx, asked?: string): CampusClock[] => campusesOf(ctx, asked).map(({ id, timeZone }) => ({ id, ...nowIn(timeZone) }))

export type CampusCalendar = SchoolCalendar & { modes: ReadonlyMap<string, RegisterMode> }

/** What is known of the school days of some campuses between two dates. */
export async function readCalendar({ db }: Ctx, campusIds: readonly string[], { from, to }: { from: PlainDate; to: PlainDate }): Promise<CampusCalendar> {
  const [years, configs, specials] = await Promise.all([
    db.academicYear.findMany({ where: { startDate: { lte: toDate(to) }, endDate: { gte: toDate(from) } }, select: { id: true, startDate: true, endDate: true } }),
    db.campusAttendanceConfig.findMany({ where: { campusId: { in: [...campusIds] } }, select: { campusId: true, schoolDays: true, registerMode: true } }),
    db.specialDay.findMany({ where: { date: { gte: toDate(from), lte: toDate(to) }, OR: [{ campusId: null }, { campusId: { in: [...campusIds] } }] }, select: { campusId: true, date: true, kind: true, title: true } }),
  ])
  return {
    years: years.map(({ id, startDate, endDate }) => ({ id, start: fromDate(startDate), end: fromDate(endDate) })),
    weekdays: new Map(configs.map(({ campusId, schoolDays }) => [campusId, schoolDays])),
    modes: new Map(configs.map(({ campusId, registerMode }) => [campusId, registerMode])),
    specials: specials.map(({ date, ...special }) => ({ ...special, date: fromDate(date) })),
  }
}

const furthest = 75

/** The nearest day before or after a date on which one of the campuses keeps school; null where there is none within a season. */
export function nearestSchoolDay(calendar: SchoolCalendar, campusIds: readonly string[], date: PlainDate, step: 1 | -1): PlainDate | null {
  for (let n = 1; n <= furthest; n++) {
    const day = daysAfter(date, step * n)
    if (campusIds.some((id) => noSchool(calendar, id, day) === null)) return day
  }
  return null
}
/** What is known around a day of all campuses within reach: several cards of a home ask, one of them reads. */
export const readSeason = cache((ctx: Ctx, date: PlainDate) => readCalendar(ctx, ctx.campuses.map(({ id }) => id), { from: daysAfter(date, -furthest), to: daysAfter(date, furthest) }))
