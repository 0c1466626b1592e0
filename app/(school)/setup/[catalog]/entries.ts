import { academicYear } from '@/lib/domain/academics/academic-year'
import { grade } from '@/lib/domain/academics/grade'
import { subject } from '@/lib/domain/academics/subject'
import { attendanceReason } from '@/lib/domain/attendance/reason'
import type { AnyCatalog, Seen } from '@/lib/platform/catalog'
import type { Result } from '@/lib/platform/errors'
import * as act from './actions'

type Values = Record<string, unknown>
type Saved = Promise<Result<{ id: string }>>

/** An entry's facts and its doors. The doors parse what they get, so one type of form serves them all. */
export type Entry = {
  facts: AnyCatalog
  create(values: Values): Saved
  update(values: Values): Saved
  remove(seen: Seen): Saved
}

/** Everything that `setup/[catalog]` serves, by the last word of its address. */
export const entries: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ['academic-years', { facts: academicYear, create: act.createAcademicYearAction, update: act.updateAcademicYearAction, remove: act.removeAcademicYearAction }],
  ['grades', { facts: grade, create: act.createGradeAction, update: act.updateGradeAction, remove: act.removeGradeAction }],
  ['attendance-reasons', { facts: attendanceReason, create: act.createAttendanceReasonAction, update: act.updateAttendanceReasonAction, remove: act.removeAttendanceReasonAction }],
  ['subjects', { facts: subject, create: act.createSubjectAction, update: act.updateSubjectAction, remove: act.removeSubjectAction }],
])
