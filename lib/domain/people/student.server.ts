import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { beginsWith, searchWords } from './name'
import type { StudentStatus, studentList } from './student'

export type StudentRow = { id: string; studentNumber: string; firstName: string; lastName: string; status: StudentStatus; campusName: string; className: string | null; guardian: string | null }

/** Who is in a class now, or in one of a grade this year. */
const enrolledIn = (classId: string | undefined, gradeId: string | undefined) =>
  classId || gradeId ? { classEnrollments: { some: { endedOn: null, ...(classId ? { classId } : {}), ...(gradeId ? { class: { gradeId, academicYear: { current: true } } } : {}) } } } : {}

/** Students of a campus, and those of another who have a seat there. */
const atCampus = (campusId: string | undefined) => (campusId ? [{ OR: [{ campusId }, { studentCampuses: { some: { campusId } } }] }] : [])

const where = ({ search, filters: { status, campus, grade, class: classId } }: ListQuery<typeof studentList>, chosen: string | undefined) => ({
  ...(status ? { status } : {}),
  ...enrolledIn(classId, grade),
  AND: [...atCampus(campus ?? chosen), ...searchWords(search).map((word) => ({ OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }, { studentNumber: beginsWith(word.toUpperCase()) }] }))],
})

/** Students within reach, by the list's filters, order and page, each with the class of this year and whom to call first. */
export async function listStudents({ db, campus }: Ctx, query: ListQuery<typeof studentList>): Promise<Paged<StudentRow>> {
  const matching = where(query, campus?.id)
  const page = await paged(query, {
    countCap,
    count: () => db.student.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.student.findMany({
        where: { AND: [matching, keyset.where] },
        orderBy: keyset.orderBy,
        take: keyset.take,
        select: {
          id: true, studentNumber: true, firstName: true, lastName: true, firstNameKey: true, lastNameKey: true, status: true, campus: { select: { name: true } },
          guardians: { select: { fullName: true }, orderBy: [{ primaryContact: 'desc' }, { id: 'asc' }], take: 1 },
          classEnrollments: { where: { endedOn: null, class: { academicYear: { current: true } } }, select: { class: { select: { name: true } } }, orderBy: [{ class: { classType: 'asc' } }, { id: 'asc' }], take: 1 },
        },
      }),
  })
  const rows = page.rows.map(({ campus: { name }, guardians: [guardian], classEnrollments: [enrolled], ...row }) => ({ ...row, campusName: name, className: enrolled?.class.name ?? null, guardian: guardian?.fullName ?? null }))
  return { ...page, rows }
}
