'use server'

import { z } from 'zod'
import { admitStudent } from '@/lib/domain/academics/admission.server'
import { lifeInputOf } from '@/lib/domain/academics/student-life'
import { admitApplicant, bringBack, callOffChange, graduateStudent, putOnLeave, readmitStudent, transferStudent, withdrawStudent } from '@/lib/domain/academics/student-life.server'
import { admissionInput } from '@/lib/domain/people/admission'
import { studentInput } from '@/lib/domain/people/student'
import { studentNoteInput } from '@/lib/domain/people/student-note'
import { studentNotes } from '@/lib/domain/people/student-note.server'
import { students } from '@/lib/domain/people/student-record.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/students'
const id = z.object({ id: z.uuid() })

export const admitStudentAction = defineAction({ needs: 'CREATE_STUDENTS', input: admissionInput, run: admitStudent, refresh })
export const updateStudentAction = defineAction({ needs: 'UPDATE_STUDENTS', input: z.intersection(studentInput, seenInput), run: students.update, refresh })
export const removeStudentAction = defineAction({ needs: 'DELETE_STUDENTS', input: seenInput, run: students.remove, refresh })
export const restoreStudentAction = defineAction({ needs: 'DELETE_STUDENTS', input: id, run: students.restore, refresh })

export const admitApplicantAction = defineAction({ needs: 'UPDATE_STUDENTS', input: lifeInputOf('admit'), run: admitApplicant, refresh })
export const transferStudentAction = defineAction({ needs: 'UPDATE_STUDENTS', input: lifeInputOf('transfer'), run: transferStudent, refresh })
export const putOnLeaveAction = defineAction({ needs: 'UPDATE_STUDENTS', input: lifeInputOf('leave'), run: putOnLeave, refresh })
export const bringBackAction = defineAction({ needs: 'UPDATE_STUDENTS', input: lifeInputOf('return'), run: bringBack, refresh })
export const withdrawStudentAction = defineAction({ needs: 'UPDATE_STUDENTS', input: lifeInputOf('withdraw'), run: withdrawStudent, refresh })
export const graduateStudentAction = defineAction({ needs: 'UPDATE_STUDENTS', input: lifeInputOf('graduate'), run: graduateStudent, refresh })
export const readmitStudentAction = defineAction({ needs: 'UPDATE_STUDENTS', input: lifeInputOf('readmit'), run: readmitStudent, refresh })
export const callOffChangeAction = defineAction({ needs: 'UPDATE_STUDENTS', input: seenInput, run: callOffChange, refresh })

export const createNoteAction = defineAction({ needs: 'UPDATE_STUDENT_NOTES', input: studentNoteInput, run: studentNotes.create, refresh })
export const updateNoteAction = defineAction({ needs: 'UPDATE_STUDENT_NOTES', input: z.intersection(studentNoteInput, seenInput), run: studentNotes.update, refresh })
export const removeNoteAction = defineAction({ needs: 'UPDATE_STUDENT_NOTES', input: seenInput, run: studentNotes.remove, refresh })
export const restoreNoteAction = defineAction({ needs: 'UPDATE_STUDENT_NOTES', input: id, run: studentNotes.restore, refresh })
