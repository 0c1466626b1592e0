import 'server-only'
import type { z } from 'zod'
import { nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { daysAfter, fromDate, fromTime, toDate, toTime, type PlainDate, type PlainTime } from '@/lib/platform/time'
import { noSchool } from './school-day'
import { campusesOf, readCalendar, readSeason } from './school-day.server'
import { isAway, mayBeOnLeave, type LeaveType, type StaffDayInput, type StaffStatus, type confirmDayInput, type clearStaffDayInput, type staffAttendanceList } from './staff-day'
import { furthestAhead, getStaffSheet, isForStaff } from './staff-sheet.server'

const entity = 'staff_attendance_records'
const gone = () => new Refusal('not-found', 'errors.refusals.notFound')

async function somebody({ db, campuses }: Ctx, staffId: string) {
  const row = await db.staff.findFirst({ where: { id: staffId }, select: { id: true, userId: true, campusId: true, firstName: true, lastName: true, staffType: true } })
  const campus = campuses.find(({ id }) => id === row?.campusId)
  if (!row || !campus) throw gone()
  return { ...row, name: `${row.firstName} ${row.lastName}`.trim(), campus }
}

/** Kept only where it says something: leave of those who are away, the time of those who came. */
const tidied = ({ status, leaveType, arrivedAt, note }: Pick<StaffDayInput, 'status' | 'leaveType' | 'arrivedAt' | 'note'>) => ({
  status, leaveType: mayBeOnLeave(status) ? leaveType : null, arrivedAt: arrivedAt && !isAway(status) ? toTime(arrivedAt) : null, note,
})
const told = ({ status, leaveType, arrivedAt, note }: { status: StaffStatus; leaveType: LeaveType | null; arrivedAt: Date | null; note: string | null }) => ({ status, leaveType, arrivedAt: arrivedAt && fromTime(arrivedAt), note })

/** Working days from one to the other, on which the campus keeps school; the first is taken as it was asked. */
async function workingDays(ctx: Ctx, campusId: string, from: PlainDate, until: PlainDate): Promise<PlainDate[]> {
  if (until === from) return [from]
  const calendar = await readCalendar(ctx, [campusId], { from, to: until })
  const days: PlainDate[] = [from]
  for (let day = daysAfter(from, 1); day <= until; day = daysAfter(day, 1)) if (noSchool(calendar, campusId, day) === null) days.push(day)
  return days
}

/**
 * What is said of somebody's working day, or of every one up to `until`. The first day stands on what was seen of it: whoever
 * was second is told. Later days of a leave replace what was said of them.
 */
export async function markStaffDay(ctx: Ctx, { staffId, date, until, seen, ...said }: StaffDayInput): Promise<{ seen: string; days: number }> {
  const person = await somebody(ctx, staffId)
  const today = nowIn(person.campus.timeZone).date
  const last = until ?? date
  if (last > today && !isAway(said.status)) throw new Refusal('conflict', 'attendance.staff.refusals.future')
  if (last > daysAfter(today, furthestAhead)) throw new Refusal('conflict', 'attendance.staff.refusals.tooFar')
  const days = await workingDays(ctx, person.campusId, date, last)
  const values = tidied(said)
  return ctx.db.$transaction(async (tx) => {
    const before = await tx.staffAttendanceRecord.findMany({ where: { staffId, attendanceDate: { in: days.map(toDate) } }, select: { id: true, attendanceDate: true, updatedAt: true, status: true, leaveType: true, arrivedAt: true, note: true } })
    const first = before.find(({ attendanceDate }) => fromDate(attendanceDate) === date)
    if ((first?.updatedAt.toISOString() ?? null) !== seen) throw new Refusal('conflict', 'attendance.staff.refusals.changed')
    let stamp = ''
    for (const day of days) {
      const old = before.find(({ attendanceDate }) => fromDate(attendanceDate) === day)
      const id = old?.id ?? (await tx.staffAttendanceRecord.create({ data: { ...values, staffId, userId: person.userId, campusId: person.campusId, attendanceDate: toDate(day), userName: person.name, userRole: person.staffType, source: 'office' }, select: { id: true } })).id
      if (old) {
        const { count } = await tx.staffAttendanceRecord.updateMany({ where: { id, updatedAt: old.updatedAt }, data: { ...values, source: 'office' } })
        if (count === 0) throw new Refusal('conflict', 'attendance.staff.refusals.changed')
      }
      await writeHistory(tx, ctx, { deed: old ? 'correct-staff-day' : 'mark-staff-day', entity, id, ...(old ? { before: { staffId, date: day, ...told(old) } } : {}), after: { staffId, date: day, ...told(values) } })
      if (day === date) stamp = (await tx.staffAttendanceRecord.findFirstOrThrow({ where: { id }, select: { updatedAt: true } })).updatedAt.toISOString()
    }
    return { seen: stamp, days: days.length }
  }).catch((error: { code?: string }) => {
    if (error.code === 'P2002' || error.code === '23505') throw new Refusal('conflict', 'attendance.staff.refusals.changed')
    throw error
  })
}

/** Takes back what was said of a day: nothing is said of it any more. */
export async function clearStaffDay(ctx: Ctx, { staffId, date, seen }: z.output<typeof clearStaffDayInput>): Promise<{ staffId: string }> {
  await somebody(ctx, staffId)
  return ctx.db.$transaction(async (tx) => {
    const row = await tx.staffAttendanceRecord.findFirst({ where: { staffId, attendanceDate: toDate(date), updatedAt: new Date(seen) }, select: { id: true, status: true, leaveType: true, arrivedAt: true, note: true } })
    if (!row) throw new Refusal('conflict', 'attendance.staff.refusals.changed')
    await tx.staffAttendanceRecord.deleteMany({ where: { id: row.id } })
    await writeHistory(tx, ctx, { deed: 'clear-staff-day', entity, id: row.id, before: { staffId, date, ...told(row) } })
    return { staffId }
  })
}

/** Closes a campus's sheet of a day: whoever nothing was said of was there; whoever is on leave in the records of staff was not. */
export async function confirmStaffDay(ctx: Ctx, { campusId, date }: z.output<typeof confirmDayInput>): Promise<{ count: number }> {
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  if (!campus) throw gone()
  if (date > nowIn(campus.timeZone).date) throw new Refusal('conflict', 'attendance.staff.refusals.future')
  const { rows } = await getStaffSheet({ ...ctx, campus }, { date, campus: campusId })
  const open = rows.filter(({ mark }) => mark === null)
  if (open.length === 0) return { count: 0 }
  const people = await ctx.db.staff.findMany({ where: { id: { in: open.map(({ staffId }) => staffId) } }, select: { id: true, userId: true, staffType: true, firstName: true, lastName: true } })
  const onLeave = new Set(open.filter(({ isOnLeave }) => isOnLeave).map(({ staffId }) => staffId))
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.staffAttendanceRecord.createMany({
      // Somebody who was marked meanwhile stays as marked.
      skipDuplicates: true,
      data: people.map(({ id, userId, staffType, firstName, lastName }) => ({ staffId: id, userId, campusId, attendanceDate: toDate(date), status: onLeave.has(id) ? ('absent_excused' as const) : ('present' as const), userName: `${firstName} ${lastName}`.trim(), userRole: staffType })),
    })
    await writeHistory(tx, ctx, { deed: 'confirm-staff-day', entity, id: null, after: { campusId, date, count } })
    return { count }
  })
}

/** What somebody may say of the own day: where the campus allows it, on the day itself, once. `isExpected`: the campus keeps school, or its staff alone comes. */
export type OwnDay = { allowed: boolean; isExpected: boolean; dueAt: PlainTime; today: PlainDate; now: PlainTime; mark: { status: StaffStatus; arrivedAt: PlainTime | null; source: 'office' | 'self' } | null }

export async function getOwnDay(ctx: Ctx): Promise<OwnDay | null> {
  if (!ctx.user.staffId) return null
  const row = await ctx.db.staff.findFirst({ where: { id: ctx.user.staffId }, select: { campus: { select: { id: true, timeZone: true, campusAttendanceConfigs: { select: { staffCheckIn: true, staffDueAt: true }, take: 1 } } } } })
  if (!row) return null
  const [config] = row.campus.campusAttendanceConfigs
  const { date, time } = nowIn(row.campus.timeZone)
  const [mark, calendar] = await Promise.all([
    ctx.db.staffAttendanceRecord.findFirst({ where: { staffId: ctx.user.staffId, attendanceDate: toDate(date) }, select: { status: true, arrivedAt: true, source: true } }),
    readSeason(ctx, date),
  ])
  const isExpected = noSchool(calendar, row.campus.id, date) === null || isForStaff(calendar, [row.campus.id], date)
  return { allowed: config?.staffCheckIn ?? false, isExpected, dueAt: config ? fromTime(config.staffDueAt) : '08:00', today: date, now: time, mark: mark && { ...mark, arrivedAt: mark.arrivedAt && fromTime(mark.arrivedAt) } }
}

/** Says that one has come. Late is said by the clock of the campus, never by the person; what the office has said stays. */
export async function checkIn(ctx: Ctx): Promise<{ status: StaffStatus; arrivedAt: PlainTime }> {
  const own = await getOwnDay(ctx)
  const staffId = ctx.user.staffId
  if (!own?.allowed || !staffId) throw new Refusal('forbidden', 'attendance.staff.refusals.notAllowed')
  if (own.mark) throw new Refusal('conflict', 'attendance.staff.refusals.saidAlready')
  const { userId, staffType, campusId, name } = await somebody(ctx, staffId)
  const status = own.now > own.dueAt ? ('late' as const) : ('present' as const)
  return ctx.db.$transaction(async (tx) => {
    const { id } = await tx.staffAttendanceRecord.create({ data: { staffId, userId, campusId, attendanceDate: toDate(own.today), status, arrivedAt: toTime(own.now), source: 'self', userName: name, userRole: staffType }, select: { id: true } })
    await writeHistory(tx, ctx, { deed: 'check-in-staff', entity, id, after: { staffId, date: own.today, status, arrivedAt: own.now } })
    return { status, arrivedAt: own.now }
  }).catch((error: { code?: string }) => {
    if (error.code === 'P2002' || error.code === '23505') throw new Refusal('conflict', 'attendance.staff.refusals.saidAlready')
    throw error
  })
}

export type StaffRecordRow = { id: string; staffId: string | null; userName: string; attendanceDate: Date; date: PlainDate; status: StaffStatus; leaveType: LeaveType | null; arrivedAt: PlainTime | null; note: string | null; campusName: string; source: 'office' | 'self' }

/** The records behind the sheets, for the list and its export. */
export async function listStaffRecords(ctx: Ctx, query: ListQuery<typeof staffAttendanceList>): Promise<Paged<StaffRecordRow>> {
  const { from, to, status, leave, staff, campus } = query.filters
  const where = {
    campusId: { in: campusesOf(ctx, campus).map(({ id }) => id) }, ...(status ? { status } : {}), ...(leave ? { leaveType: leave } : {}), ...(staff ? { staffId: staff } : {}),
    attendanceDate: { ...(from ? { gte: toDate(from) } : {}), ...(to ? { lte: toDate(to) } : {}) },
    ...(query.search ? { userName: containing(query.search) } : {}),
  }
  const page = await paged(query, {
    countCap,
    count: () => ctx.db.staffAttendanceRecord.count({ where, take: countCap }),
    rows: (keyset) => ctx.db.staffAttendanceRecord.findMany({ where: { AND: [where, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: { id: true, staffId: true, userName: true, attendanceDate: true, status: true, leaveType: true, arrivedAt: true, note: true, campusId: true, source: true } }),
  })
  const names = new Map(ctx.campuses.map(({ id, name }) => [id, name]))
  return { ...page, rows: page.rows.map(({ campusId, arrivedAt, ...row }) => ({ ...row, date: fromDate(row.attendanceDate), arrivedAt: arrivedAt && fromTime(arrivedAt), campusName: (campusId && names.get(campusId)) ?? '' })) }
}
