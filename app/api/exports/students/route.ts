import { getTranslations } from 'next-intl/server'
import { studentColumns } from '@/app/(school)/students/student-columns'
import { studentList } from '@/lib/domain/people/student'
import { listStudents } from '@/lib/domain/people/student.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_STUDENTS', name: 'students', list: studentList, read: listStudents, columns: async (ctx) => studentColumns(await getTranslations('students'), ctx.campus !== null) })
