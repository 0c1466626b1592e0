import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { readDay, readRegisters, type DayRows, type RegisterRow } from '@/lib/platform/db/statements/attendance-day.server'
import { readTeacherDay, type OwnClass, type TeachingPeriod } from '@/lib/platform/db/statements/teacher-day.server'
import { tenantOf } from '@/lib/platform/db/sql.server'
import { momentIn, weekdayOf, type Moment, type PlainDate } from '@/lib/platform/time'

export type { CampusDay, DayPoint, Exception, MissingRegister, RegisterRow } from '@/lib/platform/db/statements/attendance-day.server'
export type { OwnClass, TeachingPeriod } from '@/lib/platform/db/statements/teacher-day.server'

const few = 8

/** The campuses that a page is about: the chosen one, else all within reach. */
const campusIdsOf = ({ campus, campuses }: Ctx) => (campus ? [campus.id] : campuses.map(({ id }) => id))

/** Date and time where this person is: the chosen campus, else the first, else the organization. */
export const hereAndNow = ({ campus, campuses, organization }: Ctx): Moment => momentIn((campus ?? campuses[0])?.timeZone ?? organization.timeZone)

/** Only a running day has periods that are not due yet. */
const nowOn = (here: Moment, date: PlainDate) => (date === here.date ? here.time : null)

export type Day = DayRows & { date: PlainDate; today: PlainDate }

/** A director's day, for the campuses within reach. */
export async function getDay(ctx: Ctx, date?: PlainDate): Promise<Day> {
  const here = hereAndNow(ctx)
  const on = date && date <= here.date ? date : here.date
  const rows = await readDay(ctx.db, { campusIds: campusIdsOf(ctx), date: on, now: nowOn(here, on), few })
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

export type RegistersAsked = { date?: PlainDate; campusId?: string; state?: 'missing' | 'taken'; search?: string; size: number; page: number }

/** Registers due on a day within reach, taken or not. Pages by number: a day's registers are few hundreds. */
export async function listRegisters(ctx: Ctx, asked: RegistersAsked): Promise<{ rows: RegisterRow[]; total: number; date: PlainDate; today: PlainDate }> {
  const here = hereAndNow(ctx)
  const date = asked.date && asked.date <= here.date ? asked.date : here.date
  const { reach } = tenantOf(ctx.db)
  const campusIds = campusIdsOf(ctx).filter((id) => !asked.campusId || id === asked.campusId)
  const found = await readRegisters(ctx.db, {
    campusIds, date, now: nowOn(here, date),
    taken: asked.state ? asked.state === 'taken' : null,
    classIds: reach.kind === 'class' ? reach.classIds : null,
    search: asked.search || null, size: asked.size, skip: (asked.page - 1) * asked.size,
  })
  return { ...found, date, today: here.date }
}
