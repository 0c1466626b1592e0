'use server'

import { z } from 'zod'
import { carryClassesInput, carryPreviewInput } from '@/lib/domain/academics/carry-over'
import { previewCarryOver } from '@/lib/domain/academics/carry-over-preview.server'
import { carryClasses } from '@/lib/domain/academics/carry-over.server'
import { classEditInput, classInput, classList } from '@/lib/domain/academics/class'
import { classIds } from '@/lib/domain/academics/class.server'
import { classes } from '@/lib/domain/academics/class-record.server'
import { classSubjectEditInput, classSubjectInput } from '@/lib/domain/academics/class-subject'
import { classSubjects } from '@/lib/domain/academics/class-subject.server'
import { endInput, enrolInput, enrolManyInput, moveInput } from '@/lib/domain/academics/enrollment'
import { endEnrollment, enrolStudent, moveStudent, resumeEnrollment, takeFromWaitingList } from '@/lib/domain/academics/enrollment.server'
import { enrolStudents } from '@/lib/domain/academics/enrol-many.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import type { Selection } from '@/lib/platform/selection'
import { assertAsSeen, selectedIds } from '@/lib/platform/selection.server'

const refresh = ['/classes', '/students']
const id = z.object({ id: z.uuid() })

export const createClassAction = defineAction({ needs: 'CREATE_CLASSES', input: classInput, run: classes.create, refresh })
export const updateClassAction = defineAction({ needs: 'UPDATE_CLASSES', input: z.intersection(classEditInput, seenInput), run: classes.update, refresh })
export const removeClassAction = defineAction({ needs: 'DELETE_CLASSES', input: seenInput, run: classes.remove, refresh })
export const restoreClassAction = defineAction({ needs: 'DELETE_CLASSES', input: id, run: classes.restore, refresh })

const chosen = (ctx: Ctx, selection: Selection) => selectedIds(ctx, selection, classList, classIds)
export const previewCarryAction = defineAction({ needs: 'CREATE_CLASSES', input: carryPreviewInput, run: async (ctx, { selection, ...input }) => previewCarryOver(ctx, await chosen(ctx, selection), input) })
export const carryClassesAction = defineAction({
  needs: 'CREATE_CLASSES', refresh, input: carryClassesInput,
  async run(ctx, { selection, count, ...input }) {
    const ids = await chosen(ctx, selection)
    assertAsSeen(ids, count)
    return carryClasses(ctx, ids, input)
  },
})

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
