import 'server-only'
import { nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { readDay, readRegisters, type DayRows, type RegisterRow } from './day.sql.server'
import { readTeacherDay, type OwnClass, type TeachingPeriod } from './teacher-day.sql.server'
import { tenantOf } from '@/lib/platform/db/sql.server'
import { paged, type ListQuery, type Paged } from '@/lib/platform/list'
import { fromTime, toDate, type Moment, type PlainDate, type PlainTime } from '@/lib/platform/time'
import { beginsWith, searchWords } from '@/lib/domain/people/public.server'
import type { absenceKinds, absenceList, registerList } from './lists'
import type { AttendanceStatus } from './register'

export type { CampusDay, DayPoint, Exception, MissingRegister, RegisterRow } from './day.sql.server'
export type { OwnClass, TeachingPeriod } from './teacher-day.sql.server'

const few = 8

/** The campuses that a page is about: the chosen one, else all within reach. */
const campusesOf = ({ campus, campuses }: Ctx, asked?: string) => (campus ? [campus] : campuses).filter(({ id }) => !asked || id === asked)

/** What the clock says at each of them: a school day belongs to its campus's zone. */
const clocksOf = (ctx: Ctx, asked?: string) =>
  campusesOf(ctx, asked).map(({ id, timeZone }) => {
    const { date, time } = nowIn(timeZone)
    return { id, now: `${date} ${time}` }
  })

/** Null where the whole campus may be seen. */
const ownClassIds = ({ db }: Ctx) => {
  const { reach } = tenantOf(db)
  return reach.kind === 'class' ? reach.classIds : null
}

/** Date and time where this person is. */
const hereAndNow = ({ timeZone }: Ctx): Moment => nowIn(timeZone)

export type Day = DayRows & { date: PlainDate; today: PlainDate }

/** A director's day, for the campuses within reach. */
export async function getDay(ctx: Ctx, date?: PlainDate): Promise<Day> {
  const here = hereAndNow(ctx)
  const on = date && date <= here.date ? date : here.date
  const rows = await readDay(ctx.db, { campuses: clocksOf(ctx), date: on, few, classIds: ownClassIds(ctx) })
  return { ...rows, campuses: rows.campuses ?? [], date: on, today: here.date }
}

/** A register of one's own that was due before now and that nobody has taken. */
export type OwnMissing = { classId: string; className: string; students: number; period: TeachingPeriod | null }
export type TeacherDay = { here: Moment; now: TeachingPeriod | null; missing: OwnMissing | null; next: TeachingPeriod | null; periods: TeachingPeriod[]; classes: OwnClass[] }

/** A teacher's day: what is on now, what comes next, and the classes that are theirs. */
export async function getTeacherDay(ctx: Ctx): Promise<TeacherDay> {
  const here = hereAndNow(ctx)
  if (!ctx.user.staffId) return { here, now: null, missing: null, next: null, periods: [], classes: [] }
  const { periods, classes } = await readTeacherDay(ctx.db, { staffId: ctx.user.staffId, date: here.date })
  const now = periods.find(({ startsAt, endsAt }) => startsAt <= here.time && here.time < endsAt) ?? null
  const homeroom = classes.find(({ isDue, taken }) => isDue && !taken)
  const lesson = periods.find(({ registerPeriodId, taken, endsAt }) => registerPeriodId && !taken && endsAt <= here.time)
  const missing = homeroom ? { ...homeroom, period: null } : lesson ? { ...lesson, period: lesson } : null
  return { here, now, missing, next: periods.find(({ startsAt }) => startsAt > here.time) ?? null, periods, classes }
}

const placeIn = (text: string | null) => (text && /^\d{1,6}$/.test(text) ? Number(text) : 0)

/** Registers due on a day within reach, taken or not. Walked by number, not by key: a day has few hundreds. */
export async function listRegisters(ctx: Ctx, query: ListQuery<typeof registerList>): Promise<Paged<RegisterRow & { id: string }> & Pick<Day, 'date' | 'today'>> {
  const here = hereAndNow(ctx)
  const { filters, size, search } = query
  const date = filters.date && filters.date <= here.date ? filters.date : here.date
  const skip = Math.max(0, query.before === null ? placeIn(query.after) : placeIn(query.before) - size)
  const { rows, total } = await readRegisters(ctx.db, {
    campuses: clocksOf(ctx, filters.campus), date,
    taken: filters.state ? filters.state === 'taken' : null,
    classIds: ownClassIds(ctx),
    search: search || null, size, skip,
  })
  if (rows.length === 0 && skip > 0) return listRegisters(ctx, { ...query, after: null, before: null })
  return {
    date, today: here.date, total, capped: false,
    rows: rows.map((row) => ({ ...row, id: `${row.classId} ${row.periodId ?? ''}` })),
    next: skip + size < total ? String(skip + size) : null,
    previous: skip > 0 ? String(skip) : null,
  }
}

export type AbsenceRow = { id: string; studentId: string; name: string; className: string; campusName: string; startsAt: PlainTime | null; status: AttendanceStatus; minutesLate: number | null; remark: string | null }

const statusesOf = { absent: ['absent_unexcused', 'absent_excused', 'suspended'], late: ['late'] } as const satisfies Record<(typeof absenceKinds)[number], readonly AttendanceStatus[]>

/** Who is absent or late on a day within reach. */
export async function listAbsences(ctx: Ctx, query: ListQuery<typeof absenceList>): Promise<Paged<AbsenceRow> & Pick<Day, 'date' | 'today'>> {
  const here = hereAndNow(ctx)
  const { filters, search } = query
  const date = filters.date && filters.date <= here.date ? filters.date : here.date
  const matching = {
    sessionDate: toDate(date),
    campusId: { in: campusesOf(ctx, filters.campus).map(({ id }) => id) },
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
          attendanceSession: { select: { class: { select: { name: true } }, timetablePeriod: { select: { startsAt: true } } } },
        },
      }),
  })
  const campusNames = new Map(ctx.campuses.map(({ id, name }) => [id, name]))
  const rows = page.rows.map(({ student, attendanceSession, campusId, remarks, ...row }) => ({
    ...row, name: `${student.lastName}, ${student.firstName}`, className: attendanceSession.class.name, campusName: campusNames.get(campusId) ?? '', remark: remarks,
    startsAt: attendanceSession.timetablePeriod && fromTime(attendanceSession.timetablePeriod.startsAt),
  }))
  return { ...page, rows, date, today: here.date }
}
