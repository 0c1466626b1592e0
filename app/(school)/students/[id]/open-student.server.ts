import 'server-only'
import { getStudent } from '@/lib/domain/people/student-record.server'
import { openRecord } from '../../open-record.server'

export const openStudent = openRecord('READ_STUDENTS', getStudent)
