import 'server-only'
import type { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { record } from '@/lib/platform/record.server'
import { todayIn } from '@/lib/platform/clock.server'
import { fromTime, toDate, weekdays, type Weekday } from '@/lib/platform/time'
import { classSubject, type classSubjectEditInput } from './class-subject'

type Row = Awaited<ReturnType<Ctx['db']['classSubject']['findMany']>>[number]
type Written = z.output<typeof classSubjectEditInput> & { classId?: string; subjectId?: string }
export const classSubjects = record<Written, Row>(classSubject, (db) => db.classSubject, ['timetablePeriods', 'assessments', 'attendanceSessions'], { near: true })

/** Periods that are in force: what was replaced since, or begins later, is another week. */
function inForce({ timeZone }: Ctx) {
  const day = toDate(todayIn(timeZone))
  return { published: true, effectiveFrom: { lte: day }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: day } }] }
}

export type TaughtSubject = { id: string; seen: string; subjectName: string; teacher: { id: string; name: string; hasLeft: boolean } | null; lessonsPerWeek: number | null; scheduled: number; status: Row['status'] }

/** What a class is taught, by whom and how often; beside what is planned, what its published timetable has. */
export async function listClassSubjects(ctx: Ctx, classId: string): Promise<TaughtSubject[]> {
  const rows = await ctx.db.classSubject.findMany({
    where: { classId }, orderBy: [{ subject: { name: 'asc' } }, { id: 'asc' }],
    select: { id: true, updatedAt: true, status: true, lessonsPerWeek: true, subject: { select: { name: true } }, teacher: { select: { id: true, firstName: true, lastName: true, status: true } }, _count: { select: { timetablePeriods: { where: inForce(ctx) } } } },
  })
  return rows.map(({ id, updatedAt, status, lessonsPerWeek, subject, teacher, _count }) => ({
    id, seen: updatedAt.toISOString(), status, lessonsPerWeek, subjectName: subject.name, scheduled: _count.timetablePeriods,
    teacher: teacher && { id: teacher.id, name: `${teacher.firstName} ${teacher.lastName}`, hasLeft: teacher.status === 'ended' },
  }))
}

export type ClassPeriod = { id: string; day: Weekday; name: string | null; startsAt: string; endsAt: string; room: string | null; subjectName: string; teacher: string | null }

/** The week of a class as it is in force. */
export async function listClassWeek(ctx: Ctx, classId: string): Promise<ClassPeriod[]> {
  const rows = await ctx.db.timetablePeriod.findMany({
    where: { classId, ...inForce(ctx) }, take: 200,
    select: { id: true, dayOfWeek: true, name: true, startsAt: true, endsAt: true, room: true, classSubject: { select: { subject: { select: { name: true } }, teacher: { select: { firstName: true, lastName: true } } } } },
  })
  return rows
    .map(({ dayOfWeek, startsAt, endsAt, classSubject: { subject, teacher }, ...row }) => ({ ...row, day: dayOfWeek, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt), subjectName: subject.name, teacher: teacher && `${teacher.firstName} ${teacher.lastName}` }))
    .sort((a, b) => weekdays.indexOf(a.day) - weekdays.indexOf(b.day) || a.startsAt.localeCompare(b.startsAt))
}

export async function listSubjectChoices({ db }: Ctx): Promise<{ value: string; label: string }[]> {
  return (await db.subject.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 300, select: { id: true, name: true } })).map(({ id, name }) => ({ value: id, label: name }))
}
