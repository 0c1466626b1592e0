'use server'

import { campusRulesInput, recountInput, recountPreviewInput } from '@/lib/domain/attendance/campus-rules'
import { saveCampusRules } from '@/lib/domain/attendance/campus-rules.server'
import { previewRecount, startRecount } from '@/lib/domain/attendance/recount.server'
import { defineAction } from '@/lib/platform/action.server'

export const saveCampusRulesAction = defineAction({ needs: 'UPDATE_ATTENDANCE_SETTINGS', input: campusRulesInput, run: saveCampusRules, refresh: '/attendance' })
export const previewRecountAction = defineAction({ needs: 'UPDATE_ATTENDANCE_SETTINGS', input: recountPreviewInput, run: previewRecount })
export const startRecountAction = defineAction({ needs: 'UPDATE_ATTENDANCE_SETTINGS', input: recountInput, run: startRecount, refresh: '/attendance' })
