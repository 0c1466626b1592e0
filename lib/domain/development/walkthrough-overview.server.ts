import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import { countStaff } from '@/lib/domain/people/public.server'
import type { Ctx } from '@/lib/platform/context'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { criterionKeys, type CriterionKey } from './content-type'
import { averageOf, fewestVisits } from './walkthrough'
import { isTimely } from './walkthrough.server'
import { ratingColumns, ratingsOf } from './walkthrough-reading.server'
import { weekOf, weeksUntil } from './week'

export const overviewWeeks = 12
const mostVisits = 10_000
const mostTeachers = 150

/** Visits of a teacher by week; `averages` is null where there are too few visits to say. */
export type Coverage = { teacherId: string; name: string; campusName: string; lastVisit: PlainDate | null; visits: number[]; total: number; average: number | null }
export type WalkthroughOverview = {
  weeks: PlainDate[]
  total: number
  timely: number
  answered: number
  unvisited: number
  teachers: Coverage[]
  teacherCount: number
  isMore: boolean
  /** By criterion and week, over all that is shown; null where fewer visits than are needed. */
  trends: { week: PlainDate; averages: Record<CriterionKey, number | null>; visits: number }[]
  criteria: Record<CriterionKey, number | null>
  campuses: { id: string; visits: number; averages: Record<CriterionKey, number | null> }[]
}

type Visit = { teacherId: string | null; campusId: string | null; week: PlainDate; date: PlainDate; ratings: Record<CriterionKey, number>; isTimely: boolean; isAnswered: boolean }

const enough = (visits: readonly Visit[], of: (visit: Visit) => number) => (visits.length < fewestVisits ? null : averageOf(visits.map(of)))
const byCriterion = (visits: readonly Visit[]) => Object.fromEntries(criterionKeys.map((key) => [key, enough(visits, ({ ratings }) => ratings[key])])) as Record<CriterionKey, number | null>
const whole = ({ ratings }: Visit) => averageOf(Object.values(ratings)) ?? 0

/** Twelve weeks of visits: who was visited and who was not, and how the ratings move. Too few visits make no average. */
export async function getWalkthroughOverview(ctx: Ctx): Promise<WalkthroughOverview> {
  const { db, campus, campuses } = ctx
  const weeks = weeksUntil(todayIn(ctx.timeZone), overviewWeeks)
  const places = campus ? [campus] : campuses
  const here = { campusId: { in: places.map(({ id }) => id) } }
  const [rows, staff] = await Promise.all([
    db.walkthroughCheckin.findMany({ where: { ...here, checkInDate: { gte: toDate(weeks[0]!) } }, orderBy: [{ checkInDate: 'desc' }, { id: 'asc' }], take: mostVisits, select: { teacherId: true, campusId: true, checkInDate: true, visitedAt: true, submittedAt: true, teacherRepliedAt: true, ...ratingColumns } }),
    db.staff.findMany({ where: { ...here, status: 'active', staffType: 'teacher' }, orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], select: { id: true, firstName: true, lastName: true, campus: { select: { name: true } } } }),
  ])
  const visits = rows.map((row): Visit => ({ teacherId: row.teacherId, campusId: row.campusId, week: weekOf(fromDate(row.checkInDate)), date: fromDate(row.checkInDate), ratings: ratingsOf(row), isTimely: isTimely(row.visitedAt, row.submittedAt), isAnswered: row.teacherRepliedAt !== null }))
  const grouped = <Key>(of: (visit: Visit) => Key) => {
    const groups = new Map<Key, Visit[]>()
    for (const visit of visits) groups.set(of(visit), [...(groups.get(of(visit)) ?? []), visit])
    return groups
  }
  const [ofTeacher, ofWeek, ofCampus] = [grouped(({ teacherId }) => teacherId), grouped(({ week }) => week), grouped(({ campusId }) => campusId)]
  const teachers = staff.map(({ id, firstName, lastName, campus: place }): Coverage => {
    const own = ofTeacher.get(id) ?? []
    return { teacherId: id, name: `${firstName} ${lastName}`, campusName: place.name, lastVisit: own[0]?.date ?? null, visits: weeks.map((week) => own.filter((visit) => visit.week === week).length), total: own.length, average: enough(own, whole) }
  })
  return {
    weeks, total: visits.length, timely: visits.filter((visit) => visit.isTimely).length, answered: visits.filter(({ isAnswered }) => isAnswered).length,
    unvisited: teachers.filter(({ total }) => total === 0).length,
    teachers: teachers.toSorted((a, b) => (a.lastVisit ?? '').localeCompare(b.lastVisit ?? '')).slice(0, mostTeachers), teacherCount: teachers.length, isMore: teachers.length > mostTeachers,
    trends: weeks.map((week) => ({ week, visits: ofWeek.get(week)?.length ?? 0, averages: byCriterion(ofWeek.get(week) ?? []) })),
    criteria: byCriterion(visits),
    campuses: places.map(({ id }) => ({ id, visits: ofCampus.get(id)?.length ?? 0, averages: byCriterion(ofCampus.get(id) ?? []) })),
  }
}

/** Visits of this week at one's campuses, and how many teachers there are: for the first screen. */
export async function countWeekOfVisits(ctx: Ctx): Promise<{ visits: number; unvisited: number; teachers: number }> {
  const { db, campus, campuses } = ctx
  const week = weekOf(todayIn(ctx.timeZone))
  const here = { campusId: { in: (campus ? [campus] : campuses).map(({ id }) => id) } }
  const [visits, visited, { teachers }] = await Promise.all([
    db.walkthroughCheckin.count({ where: { ...here, checkInDate: { gte: toDate(week) } } }),
    db.walkthroughCheckin.groupBy({ by: ['teacherId'], where: { ...here, checkInDate: { gte: toDate(weeksUntil(week, 4)[0]!) }, teacher: { status: 'active', staffType: 'teacher' } } }),
    countStaff(ctx),
  ])
  return { visits, unvisited: Math.max(0, teachers - visited.length), teachers }
}
