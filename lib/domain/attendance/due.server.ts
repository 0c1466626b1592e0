import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { toDate, toTime, weekdayOf, type PlainDate } from '@/lib/platform/time'
import { countClassesDue, countLessonsDue, listClassesDue } from './due.sql.server'
import { noSchool, yearsOn, type CampusClock } from './school-day'
import type { CampusCalendar } from './school-day.server'

/** A register that was taken on a day, of the whole day or of a lesson. */
export const takenOn = (date: PlainDate) => ({ sessionDate: toDate(date), state: { not: 'cancelled' as const } })

/** Who is on the list of a class on a day; somebody who left since still belongs to the days before. */
export const enrolledOn = (date: PlainDate) => ({
  enrolledOn: { lte: toDate(date) },
  AND: [
    { OR: [{ endedOn: null }, { endedOn: { gte: toDate(date) } }] },
    {
      OR: [
        { student: { status: { in: ['active' as const, 'on_leave' as const, 'suspended' as const] }, OR: [{ enrollmentDate: null }, { enrollmentDate: { lte: toDate(date) } }] } },
        { student: { status: 'expected' as const, enrollmentDate: { lte: toDate(date) } } },
        { endedOn: { not: null }, student: { status: { in: ['withdrawn' as const, 'transferred' as const, 'graduated' as const, 'archived' as const] } } },
      ],
    },
  ],
  status: { notIn: ['pending' as const, 'waitlisted' as const, 'cancelled' as const, 'no_show' as const] },
})

/** Classes that meet on a day: between their own days, if they have any. */
export const meetingOn = (date: PlainDate) => ({
  AND: [
    { OR: [{ status: { in: ['active' as const, 'completed' as const] } }, { status: 'planned' as const, startsOn: { not: null } }] },
    { OR: [{ startsOn: null }, { startsOn: { lte: toDate(date) } }] },
    { OR: [{ endsOn: null }, { endsOn: { gte: toDate(date) } }] },
  ],
})

/** Whether a period of a timetable is given on a date. */
export const givenOn = (date: PlainDate) => ({
  published: true, dayOfWeek: weekdayOf(date), effectiveFrom: { lte: toDate(date) }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: toDate(date) } }],
})

/** Campuses that keep school on a day, by how their registers are taken, and the years it lies in. What has not begun by a campus's clock is not expected yet. */
function openOn(calendar: CampusCalendar, clocks: readonly CampusClock[], date: PlainDate) {
  const open = clocks.filter((clock) => date <= clock.date && noSchool(calendar, clock.id, date) === null)
  const modeOf = (id: string) => calendar.modes.get(id) ?? 'daily'
  return {
    open: new Set(open.map(({ id }) => id)), daily: open.filter(({ id }) => modeOf(id) === 'daily').map(({ id }) => id), byLesson: open.filter(({ id }) => modeOf(id) === 'period'),
    yearIds: yearsOn(calendar, date).map(({ id }) => id),
  }
}

/** How many registers are expected on a day, and the first `few` that are missing: once a day of each homeroom (of every class, where there is none), or once a lesson. */
export async function countDue({ db }: Ctx, calendar: CampusCalendar, clocks: readonly CampusClock[], date: PlainDate, few: number) {
  const { open, daily, byLesson, yearIds } = openOn(calendar, clocks, date)
  const [ofClasses, ofLessons] = await Promise.all([
    daily.length ? countClassesDue(db, { campusIds: daily, yearIds, date, few }) : [],
    byLesson.length ? countLessonsDue(db, { clocks: byLesson, yearIds, date }) : [],
  ])
  return { open, byLesson: new Set(byLesson.map(({ id }) => id)), ofClasses, ofLessons }
}
export type DueCounts = Awaited<ReturnType<typeof countDue>>

/** The same registers one by one, as conditions on classes and periods. */
export async function dueOn({ db }: Ctx, calendar: CampusCalendar, clocks: readonly CampusClock[], date: PlainDate) {
  const { daily, byLesson, yearIds } = openOn(calendar, clocks, date)
  const [ofClasses, ofLessons] = await Promise.all([
    daily.length ? listClassesDue(db, { campusIds: daily, yearIds, date }) : [],
    byLesson.length ? countLessonsDue(db, { clocks: byLesson, yearIds, date }) : [],
  ])
  return {
    daily: new Set(daily), byLesson: new Set(byLesson.map(({ id }) => id)),
    ofClasses, ofLessons,
    /** What is due, as a condition on classes, and on periods. */
    classesOf: (campusIds: readonly string[]) => ({ id: { in: ofClasses.filter(({ campusId }) => campusIds.includes(campusId)).flatMap(({ classes }) => classes) } }),
    lessonsOf: (campusIds: readonly string[]) => ({
      AND: [givenOn(date), { OR: byLesson.filter(({ id }) => campusIds.includes(id)).map((clock) => ({ campusId: clock.id, ...(date < clock.date ? {} : { startsAt: { lte: toTime(clock.time) } }) })) }],
      class: { academicYearId: { in: yearIds }, ...meetingOn(date), classEnrollments: { some: enrolledOn(date) } },
    }),
  }
}
export type Due = Awaited<ReturnType<typeof dueOn>>
