import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { studentPage } from './student.sql.server'
import { countCap, paged, type ListQuery, type Paged } from '@/lib/platform/list'
import { searchWords } from './name'
import type { StudentStatus, studentList } from './student'

export type StudentRow = { id: string; studentNumber: string; firstName: string; lastName: string; status: StudentStatus; campusName: string; className: string | null; guardian: string | null }

/** Students within reach, by the list's filters, order and page. */
export async function listStudents({ db, campus }: Ctx, query: ListQuery<typeof studentList>): Promise<Paged<StudentRow>> {
  const { status, campus: campusId = campus?.id, grade: gradeId, class: classId } = query.filters
  const words = searchWords(query.search)
  return paged(query, { countCap, counted: (page) => studentPage(db, { status, campusId, gradeId, classId, words, sort: query.sort.by, page, countCap }) })
}
