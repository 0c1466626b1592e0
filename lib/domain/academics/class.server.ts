import 'server-only'
import { inClassOn } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import type { ClassStatus, classList } from './class'

export type ClassRow = { id: string; name: string; status: ClassStatus; room: string | null; capacity: number | null; campusName: string; gradeName: string; yearName: string; teacher: string | null; students: number; waiting: number; seen: string }

/** Without a year in the address a list of classes is this year's. */
const where = ({ search, filters }: ListQuery<typeof classList>, campusId: string | undefined) => ({
  ...(filters.status ? { status: filters.status } : {}),
  ...(filters.grade ? { gradeId: filters.grade } : {}),
  ...(filters.year ? { academicYearId: filters.year } : { academicYear: { current: true } }),
  ...((filters.campus ?? campusId) ? { campusId: filters.campus ?? campusId! } : {}),
  ...(search ? { name: containing(search) } : {}),
})

/** Classes within reach, by the list's filters, order and page. */
export async function listClasses({ db, campus, timeZone }: Ctx, query: ListQuery<typeof classList>): Promise<Paged<ClassRow>> {
  const matching = where(query, campus?.id)
  const page = await paged(query, {
    countCap,
    count: () => db.class.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.class.findMany({
        where: { AND: [matching, keyset.where] },
        orderBy: keyset.orderBy,
        take: keyset.take,
        select: {
          id: true, name: true, status: true, room: true, capacity: true, updatedAt: true,
          campus: { select: { name: true } }, grade: { select: { name: true, sortOrder: true } }, academicYear: { select: { name: true } },
          homeroomTeacher: { select: { firstName: true, lastName: true } },
          _count: { select: { classEnrollments: { where: inClassOn(todayIn(timeZone)) } } },
          classEnrollments: { where: { endedOn: null, status: 'waitlisted' }, select: { id: true } },
        },
      }),
  })
  const rows = page.rows.map(({ campus: c, grade, academicYear, homeroomTeacher, _count, classEnrollments, updatedAt, ...row }) => ({
    ...row, campusName: c.name, gradeName: grade.name, yearName: academicYear.name, students: _count.classEnrollments, waiting: classEnrollments.length, seen: updatedAt.toISOString(),
    teacher: homeroomTeacher && `${homeroomTeacher.firstName} ${homeroomTeacher.lastName}`,
  }))
  return { ...page, rows }
}

/** The ids of those that a list's query finds, at most `most`. */
export const classIds = async ({ db, campus }: Ctx, query: ListQuery<typeof classList>, most: number): Promise<string[]> =>
  (await db.class.findMany({ where: where(query, campus?.id), orderBy: { id: 'asc' }, take: most, select: { id: true } })).map(({ id }) => id)

type Choice = { value: string; label: string }

/** What the filters of lists offer: grades in their order, years with the current one first. */
export async function listGradeChoices({ db }: Ctx): Promise<Choice[]> {
  const grades = await db.grade.findMany({ select: { id: true, name: true }, orderBy: { sortOrder: 'asc' }, take: 100 })
  return grades.map(({ id, name }) => ({ value: id, label: name }))
}

export async function listYearChoices({ db }: Ctx): Promise<Choice[]> {
  const years = await db.academicYear.findMany({ select: { id: true, name: true }, orderBy: [{ current: 'desc' }, { startDate: 'desc' }], take: 50 })
  return years.map(({ id, name }) => ({ value: id, label: name }))
}
