import 'server-only'
import { nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { fromTime, type Moment, type PlainDate } from '@/lib/platform/time'
import { enrolledOn, givenOn, meetingOn, takenOn } from './due.server'
import { noSchool, yearsOn } from './school-day'
import { nearestSchoolDay, readSeason } from './school-day.server'

export type TeachingPeriod = { id: string; name: string | null; startsAt: string; endsAt: string; room: string | null; classId: string; className: string; subject: string; students: number; registerPeriodId: string | null; taken: boolean }
export type OwnClass = { classId: string; className: string; students: number; taken: boolean; isDue: boolean }
/** A register of one's own that was due before now and that nobody has taken. */
export type OwnMissing = { classId: string; className: string; students: number; period: TeachingPeriod | null }
export type TeacherDay = { here: Moment; now: TeachingPeriod | null; missing: OwnMissing | null; next: TeachingPeriod | null; periods: TeachingPeriod[]; classes: OwnClass[] }

/** What a teacher teaches on a day, in the order of the day, and the classes that are theirs. */
async function readOwn(ctx: Ctx, staffId: string, { date }: Pick<Moment, 'date'>): Promise<Pick<TeacherDay, 'periods' | 'classes'>> {
  const { db } = ctx
  const students = { _count: { select: { classEnrollments: { where: enrolledOn(date) } } } } as const
  const taken = { where: takenOn(date), select: { timetablePeriodId: true } } as const
  const [calendar, lessons, own] = await Promise.all([
    readSeason(ctx, date),
    db.timetablePeriod.findMany({
      where: { teacherId: staffId, ...givenOn(date), class: { deletedAt: null, ...meetingOn(date) } }, orderBy: { startsAt: 'asc' },
      select: { id: true, name: true, startsAt: true, endsAt: true, room: true, campusId: true, classSubject: { select: { subject: { select: { name: true } } } }, class: { select: { id: true, name: true, room: true, ...students, attendanceSessions: taken } } },
    }),
    db.class.findMany({
      where: { status: { in: ['active', 'planned'] }, ...meetingOn(date), academicYear: { deletedAt: null }, OR: [{ homeroomTeacherId: staffId }, { classSubjects: { some: { teacherId: staffId } } }] },
      select: { id: true, name: true, campusId: true, classType: true, homeroomTeacherId: true, academicYearId: true, ...students, attendanceSessions: taken },
    }),
  ])
  const modeOf = (campusId: string) => calendar.modes.get(campusId) ?? 'daily'
  const isOpen = (campusId: string) => noSchool(calendar, campusId, date) === null
  const periods = lessons.filter(({ campusId, class: taught }) => isOpen(campusId) && taught._count.classEnrollments > 0).map(({ startsAt, endsAt, room, campusId, classSubject, class: taught, ...lesson }): TeachingPeriod => {
    const registerPeriodId = modeOf(campusId) === 'period' ? lesson.id : null
    return {
      ...lesson, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt), room: room ?? taught.room, classId: taught.id, className: taught.name, subject: classSubject.subject.name,
      students: taught._count.classEnrollments, registerPeriodId, taken: taught.attendanceSessions.some(({ timetablePeriodId }) => timetablePeriodId === registerPeriodId),
    }
  })
  const years = yearsOn(calendar, date).map(({ id }) => id)
  const classes = own.filter(({ academicYearId }) => years.includes(academicYearId)).map((one): OwnClass => ({
    classId: one.id, className: one.name, students: one._count.classEnrollments, taken: one.attendanceSessions.some(({ timetablePeriodId }) => timetablePeriodId === null),
    isDue: one._count.classEnrollments > 0 && one.classType === 'homeroom' && one.homeroomTeacherId === staffId && modeOf(one.campusId) === 'daily' && isOpen(one.campusId),
  }))
  return { periods, classes: classes.sort((a, b) => Number(b.isDue) - Number(a.isDue) || a.className.localeCompare(b.className, undefined, { numeric: true })) }
}

/** A teacher's day: what is on now, what comes next, and the classes that are theirs. */
export async function getTeacherDay(ctx: Ctx): Promise<TeacherDay> {
  const here = nowIn(ctx.timeZone)
  if (!ctx.user.staffId) return { here, now: null, missing: null, next: null, periods: [], classes: [] }
  const { periods, classes } = await readOwn(ctx, ctx.user.staffId, here)
  const now = periods.find(({ startsAt, endsAt }) => startsAt <= here.time && here.time < endsAt) ?? null
  const homeroom = classes.find(({ isDue, taken }) => isDue && !taken)
  const lesson = periods.find(({ registerPeriodId, taken, endsAt }) => registerPeriodId && !taken && endsAt <= here.time)
  const missing = homeroom ? { ...homeroom, period: null } : lesson ? { ...lesson, period: lesson } : null
  return { here, now, missing, next: periods.find(({ startsAt }) => startsAt > here.time) ?? null, periods, classes }
}

export type DayOff = { last: PlainDate | null; next: PlainDate | null; periods: TeachingPeriod[] }

/** On a day on which none of one's campuses keeps school: the school days around it, and what one teaches on the next. */
export async function findDayOff(ctx: Ctx): Promise<DayOff | null> {
  const { date } = nowIn(ctx.timeZone)
  const campusIds = ctx.campuses.map(({ id }) => id)
  const calendar = await readSeason(ctx, date)
  if (campusIds.some((id) => noSchool(calendar, id, date) === null)) return null
  const [last, next] = [nearestSchoolDay(calendar, campusIds, date, -1), nearestSchoolDay(calendar, campusIds, date, 1)]
  return { last, next, periods: next && ctx.user.staffId ? (await readOwn(ctx, ctx.user.staffId, { date: next })).periods : [] }
}
