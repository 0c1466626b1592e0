import 'server-only'
import { listedName } from '@/lib/domain/people/public.server'
import { nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { actorNames } from '@/lib/platform/history.server'
import { fromDate, fromTime, toDate, type PlainDate } from '@/lib/platform/time'
import { noSchool } from './school-day'
import { campusesOf, readCalendar, readSeason, type CampusCalendar } from './school-day.server'
import { countStaffSheet } from './staff-day.sql.server'
import { countsOf, isAway, mayBeOnLeave, staffStatuses, type SheetCounts, type SheetRow, type StaffMark, type StaffSheet } from './staff-day'

/** Whoever works at some campuses on a day. */
export const workingOn = (campusIds: readonly string[], date: PlainDate) => ({
  campusId: { in: [...campusIds] }, status: { in: ['active' as const, 'on_leave' as const, 'ended' as const, 'expected' as const] },
  AND: [
    { OR: [{ hireDate: null }, { hireDate: { lte: toDate(date) } }] },
    { OR: [{ endDate: null, status: { in: ['active' as const, 'on_leave' as const] } }, { endDate: { gte: toDate(date) } }, { status: 'expected' as const, hireDate: { lte: toDate(date) } }] },
  ],
})

const markColumns = { staffId: true, status: true, leaveType: true, arrivedAt: true, note: true, source: true, updatedAt: true, updatedById: true } as const
type Stored = Omit<StaffMark, 'arrivedAt' | 'seen' | 'by'> & { arrivedAt: Date | null; updatedAt: Date; updatedById: string | null }

export const markOf = ({ status, leaveType, arrivedAt, note, source, updatedAt, updatedById }: Stored, names: ReadonlyMap<string, string>): StaffMark => ({
  status, leaveType, note, source, arrivedAt: arrivedAt && fromTime(arrivedAt), seen: updatedAt.toISOString(), by: updatedById && (names.get(updatedById) ?? null),
})

const keepsSchool = (calendar: CampusCalendar, campusIds: readonly string[], date: PlainDate) => campusIds.some((id) => noSchool(calendar, id, date) === null)
/** A day that only the staff comes. */
export const isForStaff = ({ specials }: CampusCalendar, campusIds: readonly string[], date: PlainDate) =>
  specials.some(({ campusId, kind, date: on }) => on === date && kind === 'teacher_only' && (campusId === null || campusIds.includes(campusId)))

const most = 1_000
/** How far ahead leave is written down. */
export const furthestAhead = 366

/** Everybody who works on a day at the campuses in view, and what was said of them. */
export async function getStaffSheet(ctx: Ctx, { date: asked, campus }: { date?: PlainDate; campus?: string } = {}): Promise<StaffSheet> {
  const campusIds = campusesOf(ctx, campus).map(({ id }) => id)
  const here = nowIn(ctx.campuses.find(({ id }) => id === campus)?.timeZone ?? ctx.timeZone)
  const date = asked ?? here.date
  const [people, marks, calendar] = await Promise.all([
    ctx.db.staff.findMany({ where: workingOn(campusIds, date), orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }, { id: 'asc' }], take: most, select: { id: true, firstName: true, lastName: true, jobTitle: true, campusId: true, status: true } }),
    ctx.db.staffAttendanceRecord.findMany({ where: { attendanceDate: toDate(date), staffId: { not: null } }, take: 10 * most, select: markColumns }),
    readCalendar(ctx, campusIds, { from: date, to: date }),
  ])
  const names = await actorNames(ctx, marks.map(({ updatedById }) => updatedById))
  const said = new Map(marks.map((mark) => [mark.staffId, markOf(mark, names)]))
  const rows = people.map(({ id, firstName, lastName, jobTitle, campusId, status }): SheetRow => ({ staffId: id, name: listedName({ firstName, lastName }), jobTitle, campusId, isOnLeave: status === 'on_leave', mark: said.get(id) ?? null }))
  return { date, today: here.date, now: here.time, isSchoolDay: keepsSchool(calendar, campusIds, date), isStaffDay: isForStaff(calendar, campusIds, date), rows, counts: countsOf(rows) }
}

export type StaffOut = { staffId: string; name: string; status: StaffMark['status']; leaveType: StaffMark['leaveType']; note: string | null }

/** How many of the staff are here and out today, and the first `few` who are out, for the homes of those who look after a campus. `isExpected`: somebody is to come at all. */
export async function listStaffOut(ctx: Ctx, few = 6): Promise<{ out: StaffOut[]; counts: SheetCounts; isExpected: boolean }> {
  const { db } = ctx
  const campusIds = campusesOf(ctx).map(({ id }) => id)
  const { date } = nowIn(ctx.timeZone)
  const [counts, out, calendar] = await Promise.all([
    countStaffSheet(db, campusIds, date),
    db.staffAttendanceRecord.findMany({
      where: { attendanceDate: toDate(date), status: { in: staffStatuses.filter(mayBeOnLeave) }, staff: workingOn(campusIds, date) },
      orderBy: [{ staff: { lastNameKey: 'asc' } }, { staff: { firstNameKey: 'asc' } }, { staffId: 'asc' }], take: few,
      select: { staffId: true, status: true, leaveType: true, note: true, staff: { select: { firstName: true, lastName: true } } },
    }),
    readSeason(ctx, date),
  ])
  return {
    counts, isExpected: keepsSchool(calendar, campusIds, date) || isForStaff(calendar, campusIds, date),
    out: out.flatMap(({ staffId, staff, ...mark }) => (staffId && staff ? [{ ...mark, staffId, name: listedName(staff) }] : [])),
  }
}

export type StaffMonthRow = { staffId: string; name: string; days: Partial<Record<PlainDate, { status: StaffMark['status']; leaveType: StaffMark['leaveType'] }>>; here: number; late: number; away: number }
export type StaffMonth = { month: string; today: PlainDate; days: { date: PlainDate; isSchoolDay: boolean }[]; rows: StaffMonthRow[] }

const daysOf = (month: string): PlainDate[] => {
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  return Array.from({ length }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)
}

/** A month at a glance: a row a person, a column a day. */
export async function getStaffMonth(ctx: Ctx, { month: asked, campus }: { month?: string; campus?: string }): Promise<StaffMonth> {
  const today = nowIn(ctx.timeZone).date
  const month = asked ?? today.slice(0, 7)
  const dates = daysOf(month)
  const [first, last] = [dates[0]!, dates.at(-1)!]
  const campusIds = campusesOf(ctx, campus).map(({ id }) => id)
  const [people, marks, calendar] = await Promise.all([
    ctx.db.staff.findMany({ where: { campusId: { in: campusIds }, AND: [{ OR: [{ hireDate: null }, { hireDate: { lte: toDate(last) } }] }, { OR: [{ endDate: null, status: { in: ['active', 'on_leave'] } }, { endDate: { gte: toDate(first) } }] }] }, orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }, { id: 'asc' }], take: most, select: { id: true, firstName: true, lastName: true } }),
    ctx.db.staffAttendanceRecord.findMany({ where: { attendanceDate: { gte: toDate(first), lte: toDate(last) }, staff: { campusId: { in: campusIds } } }, take: 31 * most, select: { staffId: true, attendanceDate: true, status: true, leaveType: true } }),
    readCalendar(ctx, campusIds, { from: first, to: last }),
  ])
  const rows = new Map(people.map(({ id, firstName, lastName }): [string, StaffMonthRow] => [id, { staffId: id, name: listedName({ firstName, lastName }), days: {}, here: 0, late: 0, away: 0 }]))
  for (const { staffId, attendanceDate, status, leaveType } of marks) {
    const row = staffId && rows.get(staffId)
    if (!row) continue
    row.days[fromDate(attendanceDate)] = { status, leaveType }
    row[isAway(status) ? 'away' : 'here'] += 1
    if (status === 'late') row.late += 1
  }
  return { month, today, days: dates.map((date) => ({ date, isSchoolDay: campusIds.some((id) => noSchool(calendar, id, date) === null) })), rows: [...rows.values()] }
}
