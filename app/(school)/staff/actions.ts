'use server'

import { z } from 'zod'
import { leavingInput, staffEditInput, staffInput } from '@/lib/domain/people/staff'
import { leaveWork, returnToWork, staff } from '@/lib/domain/people/staff-record.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = ['/staff', '/classes']

export const createStaffAction = defineAction({ needs: 'CREATE_STAFF', input: staffInput, run: staff.create, refresh })
export const updateStaffAction = defineAction({ needs: 'UPDATE_STAFF', input: z.intersection(staffEditInput, seenInput), run: staff.update, refresh })
export const removeStaffAction = defineAction({ needs: 'DELETE_STAFF', input: seenInput, run: staff.remove, refresh })
export const restoreStaffAction = defineAction({ needs: 'DELETE_STAFF', input: z.object({ id: z.uuid() }), run: staff.restore, refresh })
export const leaveWorkAction = defineAction({ needs: 'UPDATE_STAFF', input: leavingInput, run: leaveWork, refresh })
export const returnToWorkAction = defineAction({ needs: 'UPDATE_STAFF', input: seenInput, run: returnToWork, refresh })
