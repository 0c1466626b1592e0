import 'server-only'
import { inClassOn } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { fromTime, toDate } from '@/lib/platform/time'
import { readBells } from './bell-schedule.server'
import type { Board, Busy, Lesson, Placed } from './board'

/** Whose lessons a timetable has: the classes of its campus that are taught in its year. */
const taughtIn = ({ campusId, yearId }: { campusId: string; yearId: string }) => ({ campusId, academicYearId: yearId, status: { in: ['active' as const, 'planned' as const] } })

type PeriodRow = { id: string; dayOfWeek: Placed['day']; startsAt: Date; endsAt: Date; name: string | null; room: string | null; classSubjectId: string }
export const period = { id: true, dayOfWeek: true, startsAt: true, endsAt: true, name: true, room: true, classSubjectId: true } as const
export const placedOf = ({ dayOfWeek, startsAt, endsAt, classSubjectId, ...row }: PeriodRow): Placed => ({ ...row, day: dayOfWeek, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt), lessonId: classSubjectId })

const lesson = { id: true, classId: true, teacherId: true, lessonsPerWeek: true, subject: { select: { name: true } }, class: { select: { name: true } }, teacher: { select: { firstName: true, lastName: true } } } as const
type LessonRow = { id: string; classId: string; teacherId: string | null; lessonsPerWeek: number | null; subject: { name: string }; class: { name: string }; teacher: { firstName: string; lastName: string } | null }
export const lessonOf = ({ lessonsPerWeek, subject, class: taught, teacher, ...row }: LessonRow): Lesson => ({ ...row, className: taught.name, subject: subject.name, perWeek: lessonsPerWeek, teacher: teacher && `${teacher.firstName} ${teacher.lastName}` })

/** When these teachers teach elsewhere, as long as a timetable that begins on a day could run. */
export async function readBusy({ db }: Pick<Ctx, 'db'>, teacherIds: readonly string[], { campusId, from }: { campusId: string; from: string }): Promise<Busy[]> {
  if (teacherIds.length === 0) return []
  const rows = await db.timetablePeriod.findMany({
    where: { teacherId: { in: [...teacherIds] }, campusId: { not: campusId }, published: true, OR: [{ effectiveTo: null }, { effectiveTo: { gte: toDate(from) } }] },
    select: { teacherId: true, dayOfWeek: true, startsAt: true, endsAt: true, campus: { select: { name: true } } },
  })
  return rows.flatMap(({ teacherId, dayOfWeek, startsAt, endsAt, campus }) => (teacherId ? [{ teacherId, day: dayOfWeek, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt), campusName: campus.name }] : []))
}

type Of = { id: string; campusId: string; yearId: string; from: string; seen: string }

/** All that a timetable is drawn from, as far as whoever asks sees it. */
export async function readBoard(ctx: Ctx, { id, campusId, yearId, from, seen }: Of): Promise<Board> {
  const { db } = ctx
  const [bells, classes, lessons, periods, rooms] = await Promise.all([
    readBells(ctx, campusId),
    db.class.findMany({ where: taughtIn({ campusId, yearId }), orderBy: [{ grade: { sortOrder: 'asc' } }, { name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, room: true, grade: { select: { name: true } }, _count: { select: { classEnrollments: { where: inClassOn(todayIn(ctx.timeZone)) } } } } }),
    db.classSubject.findMany({ where: { OR: [{ class: taughtIn({ campusId, yearId }), status: { in: ['active', 'planned'] } }, { timetablePeriods: { some: { timetableId: id } } }] }, orderBy: [{ subject: { name: 'asc' } }, { id: 'asc' }], select: lesson }),
    db.timetablePeriod.findMany({ where: { timetableId: id }, select: period }),
    db.room.findMany({ where: { campusId }, orderBy: [{ name: 'asc' }], select: { name: true, capacity: true } }),
  ])
  const given = new Set(periods.map(({ classSubjectId }) => classSubjectId))
  // Who only helps in a class has no week of their own.
  const teacherIds = [...new Set(lessons.flatMap(({ id: lessonId, lessonsPerWeek, teacherId }) => (teacherId && (lessonsPerWeek || given.has(lessonId)) ? [teacherId] : [])))]
  const [staff, busy] = await Promise.all([
    db.staff.findMany({ where: { id: { in: teacherIds } }, orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], select: { id: true, firstName: true, lastName: true, weeklyLessons: true } }),
    readBusy(ctx, teacherIds, { campusId, from }),
  ])
  const known = new Set(rooms.map(({ name }) => name.toLowerCase()))
  const named = [...periods, ...classes].flatMap(({ room }) => (room && !known.has(room.toLowerCase()) ? [room] : []))
  return {
    id, seen, bells, busy,
    classes: classes.map(({ grade, _count, ...row }) => ({ ...row, gradeName: grade.name, size: _count.classEnrollments })),
    teachers: staff.map(({ id: staffId, firstName, lastName, weeklyLessons }) => ({ id: staffId, name: `${firstName} ${lastName}`, most: weeklyLessons })),
    rooms: [...rooms, ...[...new Set(named)].map((name) => ({ name, capacity: null }))].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })),
    lessons: lessons.map(lessonOf), placed: periods.map(placedOf),
  }
}
