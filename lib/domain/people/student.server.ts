import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { besideStudents } from '@/lib/platform/db/statements/student-page.server'
import { countCap, paged, type ListQuery, type Paged } from '@/lib/platform/list'
import { beginsWith, searchWords } from './name'
import type { StudentStatus, studentList } from './student'

export type StudentRow = { id: string; studentNumber: string; firstName: string; lastName: string; status: StudentStatus; campusName: string; className: string | null; guardian: string | null }

const where = ({ search, filters }: ListQuery<typeof studentList>, campusId: string | undefined) => ({
  ...(filters.status ? { status: filters.status } : {}),
  ...((filters.campus ?? campusId) ? { campusId: filters.campus ?? campusId! } : {}),
  ...(filters.class || filters.grade
    ? { classEnrollments: { some: { endedOn: null, ...(filters.class ? { classId: filters.class } : {}), ...(filters.grade ? { class: { gradeId: filters.grade, academicYear: { current: true } } } : {}) } } }
    : {}),
  AND: searchWords(search).map((word) => ({ OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }, { studentNumber: beginsWith(word.toUpperCase()) }] })),
})

/** Students within reach, by the list's filters, order and page. */
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
        select: { id: true, studentNumber: true, firstName: true, lastName: true, firstNameKey: true, lastNameKey: true, status: true, campusId: true },
      }),
  })
  const { campuses, classes, guardians } = await besideStudents(db, page.rows)
  const rows = page.rows.map(({ campusId, ...row }) => ({
    ...row, campusName: campuses?.[campusId] ?? '', className: classes?.[row.id] ?? null, guardian: guardians?.[row.id] ?? null,
  }))
  return { ...page, rows }
}
