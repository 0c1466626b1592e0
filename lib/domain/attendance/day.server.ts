import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { readDay, readRegisters, type DayRows, type RegisterRow } from '@/lib/platform/db/statements/attendance-day.server'
import { readTeacherDay, type OwnClass, type TeachingPeriod } from '@/lib/platform/db/statements/teacher-day.server'
import { tenantOf } from '@/lib/platform/db/sql.server'
import { paged, type ListQuery, type Paged } from '@/lib/platform/list'
import { momentIn, toDate, weekdayOf, type Moment, type PlainDate } from '@/lib/platform/time'
import { beginsWith, searchWords } from '@/lib/domain/people/public.server'
import type { absenceKinds, absenceList, registerList } from './lists'
import type { AttendanceStatus } from './register'

export type { CampusDay, DayPoint, Exception, MissingRegister, RegisterRow } from '@/lib/platform/db/statements/attendance-day.server'
export type { OwnClass, TeachingPeriod } from '@/lib/platform/db/statements/teacher-day.server'

const few = 8

/** The campuses that a page is about: the chosen one, else all within reach. */
const campusIdsOf = ({ campus, campuses }: Ctx) => (campus ? [campus.id] : campuses.map(({ id }) => id))

/** Null where the whole campus may be seen. */
const ownClassIds = ({ db }: Ctx) => {
  const { reach } = tenantOf(db)
  return reach.kind === 'class' ? reach.classIds : null
}

/** Date and time where this person is. */
export const hereAndNow = ({ timeZone }: Ctx): Moment => momentIn(timeZone)

/** Only a running day has periods that are not due yet. */
const nowOn = (here: Moment, date: PlainDate) => (date === here.date ? here.time : null)

export type Day = DayRows & { date: PlainDate; today: PlainDate }

/** A director's day, for the campuses within reach. */
export async function getDay(ctx: Ctx, date?: PlainDate): Promise<Day> {
  const here = hereAndNow(ctx)
  const on = date && date <= here.date ? date : here.date
  const rows = await readDay(ctx.db, { campusIds: campusIdsOf(ctx), date: on, now: nowOn(here, on), few, classIds: ownClassIds(ctx) })
  return { ...rows, campuses: rows.campuses ?? [], date: on, today: here.date }
}

export type TeacherDay = { here: Moment; now: TeachingPeriod | null; next: TeachingPeriod | null; periods: TeachingPeriod[]; classes: OwnClass[] }

/** A teacher's day: what is on now, what comes next, and the classes that are theirs. */
export async function getTeacherDay(ctx: Ctx): Promise<TeacherDay> {
  const here = hereAndNow(ctx)
  if (!ctx.user.staffId) return { here, now: null, next: null, periods: [], classes: [] }
  const { periods, classes } = await readTeacherDay(ctx.db, { staffId: ctx.user.staffId, date: here.date, weekday: weekdayOf(here.date) })
  const now = periods.find(({ startsAt, endsAt }) => startsAt <= here.time && here.time < endsAt) ?? null
  return { here, now, next: periods.find(({ startsAt }) => startsAt > here.time) ?? null, periods, classes }
}

/** Registers due on a day within reach, taken or not. Walked by number, not by key: a day has few hundreds. */
export async function listRegisters(ctx: Ctx, query: ListQuery<typeof registerList>): Promise<Paged<RegisterRow & { id: string }> & Pick<Day, 'date' | 'today'>> {
  const here = hereAndNow(ctx)
  const { filters, size, search } = query
  const date = filters.date && filters.date <= here.date ? filters.date : here.date
  const skip = Math.max(0, query.before === null ? Number(query.after) || 0 : (Number(query.before) || 0) - size)
  const { rows, total } = await readRegisters(ctx.db, {
    campusIds: campusIdsOf(ctx).filter((id) => !filters.campus || id === filters.campus), date, now: nowOn(here, date),
    taken: filters.state ? filters.state === 'taken' : null,
    classIds: ownClassIds(ctx),
    search: search || null, size, skip,
  })
  return {
    date, today: here.date, total, capped: false,
    rows: rows.map((row) => ({ ...row, id: `${row.classId} ${row.periodId ?? ''}` })),
    next: skip + size < total ? String(skip + size) : null,
    previous: skip > 0 ? String(skip) : null,
  }
}

export type AbsenceRow = { id: string; studentId: string; name: string; className: string; campusName: string; status: AttendanceStatus; minutesLate: number | null; remark: string | null }

const statusesOf = { absent: ['absent_unexcused', 'absent_excused', 'suspended'], late: ['late'] } as const satisfies Record<(typeof absenceKinds)[number], readonly AttendanceStatus[]>

/** Who is absent or late on a day within reach. */
export async function listAbsences(ctx: Ctx, query: ListQuery<typeof absenceList>): Promise<Paged<AbsenceRow> & Pick<Day, 'date' | 'today'>> {
  const here = hereAndNow(ctx)
  const { filters, search } = query
  const date = filters.date && filters.date <= here.date ? filters.date : here.date
  const matching = {
    sessionDate: toDate(date),
    campusId: { in: campusIdsOf(ctx).filter((id) => !filters.campus || id === filters.campus) },
    // `not present` lets the database use the index of a day's exceptions.
    AND: [{ status: { not: 'present' as const } }, { status: { in: filters.kind ? [...statusesOf[filters.kind]] : [...statusesOf.absent, ...statusesOf.late] } }, ...searchWords(search).map((word) => ({ student: { OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }] } }))],
  }
  const page = await paged(query, {
    count: () => ctx.db.attendanceRecord.count({ where: matching }),
    rows: (keyset) =>
      ctx.db.attendanceRecord.findMany({
        where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: {
          id: true, studentId: true, status: true, minutesLate: true, remarks: true, campusId: true,
          student: { select: { firstName: true, lastName: true, firstNameKey: true, lastNameKey: true } },
          attendanceSession: { select: { class: { select: { name: true } } } },
        },
      }),
  })
  const campusNames = new Map(ctx.campuses.map(({ id, name }) => [id, name]))
  const rows = page.rows.map(({ student, attendanceSession, campusId, remarks, ...row }) => ({
    ...row, name: `${student.lastName}, ${student.firstName}`, className: attendanceSession.class.name, campusName: campusNames.get(campusId) ?? '', remark: remarks,
  }))
  return { ...page, rows, date, today: here.date }
}
