'use server'

import { z } from 'zod'
import { classEditInput, classInput } from '@/lib/domain/academics/class'
import { classes } from '@/lib/domain/academics/class-record.server'
import { classSubjectEditInput, classSubjectInput } from '@/lib/domain/academics/class-subject'
import { classSubjects } from '@/lib/domain/academics/class-subject.server'
import { endInput, enrolInput, enrolManyInput, moveInput } from '@/lib/domain/academics/enrollment'
import { endEnrollment, enrolStudent, moveStudent, resumeEnrollment, takeFromWaitingList } from '@/lib/domain/academics/enrollment.server'
import { enrolStudents } from '@/lib/domain/academics/enrol-many.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = ['/classes', '/students']
const id = z.object({ id: z.uuid() })

export const createClassAction = defineAction({ needs: 'CREATE_CLASSES', input: classInput, run: classes.create, refresh })
export const updateClassAction = defineAction({ needs: 'UPDATE_CLASSES', input: z.intersection(classEditInput, seenInput), run: classes.update, refresh })
export const removeClassAction = defineAction({ needs: 'DELETE_CLASSES', input: seenInput, run: classes.remove, refresh })
export const restoreClassAction = defineAction({ needs: 'DELETE_CLASSES', input: id, run: classes.restore, refresh })

export const addSubjectAction = defineAction({ needs: 'UPDATE_CLASSES', input: classSubjectInput, run: classSubjects.create, refresh })
export const updateSubjectAction = defineAction({ needs: 'UPDATE_CLASSES', input: z.intersection(classSubjectEditInput, seenInput), run: classSubjects.update, refresh })
export const removeSubjectAction = defineAction({ needs: 'UPDATE_CLASSES', input: seenInput, run: classSubjects.remove, refresh })
export const restoreSubjectAction = defineAction({ needs: 'UPDATE_CLASSES', input: id, run: classSubjects.restore, refresh })

export const enrolStudentAction = defineAction({ needs: 'CREATE_ENROLLMENTS', input: enrolInput, run: enrolStudent, refresh })
export const enrolStudentsAction = defineAction({ needs: 'CREATE_ENROLLMENTS', input: enrolManyInput, run: enrolStudents, refresh })
export const takeFromWaitingListAction = defineAction({ needs: 'CREATE_ENROLLMENTS', input: endInput, run: takeFromWaitingList, refresh })
export const moveStudentAction = defineAction({ needs: 'UPDATE_ENROLLMENTS', input: moveInput, run: moveStudent, refresh })
export const endEnrollmentAction = defineAction({ needs: 'DELETE_ENROLLMENTS', input: endInput, run: endEnrollment, refresh })
export const resumeEnrollmentAction = defineAction({ needs: 'DELETE_ENROLLMENTS', input: id, run: resumeEnrollment, refresh })
