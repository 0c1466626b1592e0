'use server'

import { academicYear } from '@/lib/domain/academics/academic-year'
import { academicYears } from '@/lib/domain/academics/academic-year.server'
import { grade } from '@/lib/domain/academics/grade'
import { grades } from '@/lib/domain/academics/grade.server'
import { subject } from '@/lib/domain/academics/subject'
import { subjects } from '@/lib/domain/academics/subject.server'
import { attendanceReason } from '@/lib/domain/attendance/reason'
import { attendanceReasons } from '@/lib/domain/attendance/reason.server'
import { defineAction } from '@/lib/platform/action.server'
import { editOf, seenInput } from '@/lib/platform/catalog'

export const createGradeAction = defineAction({ needs: 'CREATE_GRADES', input: grade.input, run: grades.create, refresh: grade.path })
export const updateGradeAction = defineAction({ needs: 'UPDATE_GRADES', input: editOf(grade), run: grades.update, refresh: grade.path })
export const removeGradeAction = defineAction({ needs: 'DELETE_GRADES', input: seenInput, run: grades.remove, refresh: grade.path })

export const createSubjectAction = defineAction({ needs: 'CREATE_SUBJECTS', input: subject.input, run: subjects.create, refresh: subject.path })
export const updateSubjectAction = defineAction({ needs: 'UPDATE_SUBJECTS', input: editOf(subject), run: subjects.update, refresh: subject.path })
export const removeSubjectAction = defineAction({ needs: 'DELETE_SUBJECTS', input: seenInput, run: subjects.remove, refresh: subject.path })

export const createAcademicYearAction = defineAction({ needs: 'CREATE_ACADEMIC_YEARS', input: academicYear.input, run: academicYears.create, refresh: academicYear.path })
export const updateAcademicYearAction = defineAction({ needs: 'UPDATE_ACADEMIC_YEARS', input: editOf(academicYear), run: academicYears.update, refresh: academicYear.path })
export const removeAcademicYearAction = defineAction({ needs: 'DELETE_ACADEMIC_YEARS', input: seenInput, run: academicYears.remove, refresh: academicYear.path })

export const createAttendanceReasonAction = defineAction({ needs: 'CREATE_ATTENDANCE_REASONS', input: attendanceReason.input, run: attendanceReasons.create, refresh: attendanceReason.path })
export const updateAttendanceReasonAction = defineAction({ needs: 'UPDATE_ATTENDANCE_REASONS', input: editOf(attendanceReason), run: attendanceReasons.update, refresh: attendanceReason.path })
export const removeAttendanceReasonAction = defineAction({ needs: 'DELETE_ATTENDANCE_REASONS', input: seenInput, run: attendanceReasons.remove, refresh: attendanceReason.path })
