import 'server-only'
import { calledOrNumbered, listedName, searchWords } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { fromTime, toDate, type PlainDate, type PlainTime } from '@/lib/platform/time'
import { campusesWithRule, studentsOfLetters } from './day-letters.sql.server'
import type { DayLetter } from './day-rule'
import type { AbsenceKind, absenceList } from './lists'
import { standingOf, standings, type AttendanceStatus } from './register'
import { campusesOf } from './school-day.server'

/** What was marked of a student in one register of the day. */
type Missed = { className: string; startsAt: PlainTime | null; status: AttendanceStatus; minutesLate: number | null; remark: string | null }
/** A student once, with the gravest mark of the day first and every lesson beneath. */
export type AbsenceRow = Missed & { id: string; studentId: string; name: string; campusName: string; lessons: Missed[] }

/** Where somebody stands who is in a list, and where nobody of it stands: who missed a lesson is not among the late. */
const standingsOf: Readonly<Record<AbsenceKind, { in: string[]; none: string[] }>> = {
  absent: { in: ['absent', 'excused'], none: [] }, unexplained: { in: ['absent'], none: [] }, excused: { in: ['excused'], none: ['absent'] }, late: { in: ['late'], none: ['absent', 'excused'] }, half: { in: [], none: [] },
}
/** The same by the day, where a campus makes days of lessons by a rule. */
const lettersOf: Readonly<Record<AbsenceKind, readonly DayLetter[]>> = { absent: ['a', 'e'], unexplained: ['a'], excused: ['e'], late: ['l'], half: ['g', 'h'] }
const unseen: Missed = { className: '', startsAt: null, status: 'unmarked', minutesLate: null, remark: null }
const anyone = { in: ['absent', 'excused', 'late'], none: [] }

const gravity = ({ status }: Missed) => standings.indexOf(standingOf[status] ?? 'present')

/** Who is absent or late on a day within reach, each once. */
export async function listAbsences(ctx: Ctx, query: ListQuery<typeof absenceList>): Promise<Paged<AbsenceRow> & { date: PlainDate; today: PlainDate }> {
  const today = todayIn(ctx.timeZone)
  const { filters, search } = query
  const date = filters.date && filters.date <= today ? filters.date : today
  const campusIds = campusesOf(ctx, filters.campus).map(({ id }) => id)
  const ofDay = { sessionDate: toDate(date), campusId: { in: campusIds } }
  const stands = filters.kind ? standingsOf[filters.kind] : anyone
  const ruled = filters.kind ? await campusesWithRule(ctx.db, campusIds, date) : []
  const ofPlain = { ...ofDay, campusId: { in: campusIds.filter((id) => !ruled.includes(id)) } }
  const marked = { attendanceRecords: { some: { ...ofPlain, standing: { in: stands.in } }, ...(stands.none.length ? { none: { ...ofPlain, standing: { in: stands.none } } } : {}) } }
  const matching = {
    ...(filters.kind && ruled.length > 0 ? { OR: [marked, { id: { in: await studentsOfLetters(ctx.db, ruled, date, lettersOf[filters.kind]) } }] } : marked),
    AND: calledOrNumbered(searchWords(search)),
  }
  const page = await paged(query, {
    countCap,
    count: () => ctx.db.student.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      ctx.db.student.findMany({
        where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: {
          id: true, firstName: true, lastName: true, firstNameKey: true, lastNameKey: true,
          attendanceRecords: {
            where: { ...ofDay, standing: { in: anyone.in } },
            select: { status: true, minutesLate: true, remarks: true, campusId: true, attendanceSession: { select: { class: { select: { name: true } }, timetablePeriod: { select: { startsAt: true } } } } },
          },
        },
      }),
  })
  const campusNames = new Map(ctx.campuses.map(({ id, name }) => [id, name]))
  const rows = page.rows.map(({ id, firstName, lastName, attendanceRecords }): AbsenceRow => {
    const lessons = attendanceRecords.map(({ attendanceSession: { class: { name }, timetablePeriod }, remarks, campusId: _, ...mark }): Missed => ({ ...mark, remark: remarks, className: name, startsAt: timetablePeriod && fromTime(timetablePeriod.startsAt) }))
      .sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
    // Of a day that is made of lessons by a rule, a teacher may see none of those that were missed.
    const gravest = lessons.reduce((worst, lesson) => (gravity(lesson) > gravity(worst) ? lesson : worst), lessons[0] ?? unseen)
    return { id, studentId: id, name: listedName({ firstName, lastName }), campusName: campusNames.get(attendanceRecords[0]?.campusId ?? '') ?? '', ...gravest, lessons }
  })
  return { ...page, rows, date, today }
}
