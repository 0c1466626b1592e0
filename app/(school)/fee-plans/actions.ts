'use server'

import { z } from 'zod'
import { feePlanInput, runInput, undoRunInput } from '@/lib/domain/billing/fee-plan'
import { createFeePlan, removeFeePlan, restoreFeePlan, updateFeePlan } from '@/lib/domain/billing/fee-plan.server'
import { cancelRun, startRun, undoRun } from '@/lib/domain/billing/invoice-run.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = ['/fee-plans', '/invoices', '/billing']

export const createFeePlanAction = defineAction({ needs: 'CREATE_FEE_PLANS', input: feePlanInput, run: createFeePlan, refresh })
export const updateFeePlanAction = defineAction({ needs: 'UPDATE_FEE_PLANS', input: z.intersection(feePlanInput, seenInput), run: updateFeePlan, refresh })
export const removeFeePlanAction = defineAction({ needs: 'DELETE_FEE_PLANS', input: seenInput, run: removeFeePlan, refresh })
export const restoreFeePlanAction = defineAction({ needs: 'DELETE_FEE_PLANS', input: z.object({ id: z.uuid() }), run: restoreFeePlan, refresh })
export const startRunAction = defineAction({ needs: 'CREATE_INVOICES', input: runInput, run: startRun, refresh })
export const cancelRunAction = defineAction({ needs: 'CREATE_INVOICES', input: z.object({ id: z.uuid() }), run: cancelRun, refresh })
export const undoRunAction = defineAction({ needs: 'VOID_INVOICES', input: undoRunInput, run: undoRun, refresh })
