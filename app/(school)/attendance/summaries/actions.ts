'use server'

import { totalsInput } from '@/lib/domain/attendance/summary'
import { enterTotals } from '@/lib/domain/attendance/summary.server'
import { defineAction } from '@/lib/platform/action.server'

export const enterTotalsAction = defineAction({ needs: 'RECORD_ATTENDANCE_SUMMARIES', input: totalsInput, run: enterTotals, refresh: ['/attendance/summaries', '/'] })
