'use server'

import { z } from 'zod'
import { correctMark } from '@/lib/domain/attendance/mark.server'
import { arrivalInput, callInput, correctionInput, noticeInput } from '@/lib/domain/attendance/notice'
import { noteAbsence, noteArrival, recordCall, withdrawNotice } from '@/lib/domain/attendance/notice.server'
import { defineAction } from '@/lib/platform/action.server'

const refresh = ['/attendance', '/']

export const noteArrivalAction = defineAction({ needs: 'CORRECT_ATTENDANCE', input: arrivalInput, run: noteArrival, refresh })
export const noteAbsenceAction = defineAction({ needs: 'CORRECT_ATTENDANCE', input: noticeInput, run: noteAbsence, refresh })
export const withdrawNoticeAction = defineAction({ needs: 'CORRECT_ATTENDANCE', input: z.object({ id: z.uuid() }), run: withdrawNotice, refresh })
export const correctMarkAction = defineAction({ needs: 'CORRECT_ATTENDANCE', input: correctionInput, run: correctMark, refresh })
export const recordCallAction = defineAction({ needs: 'CORRECT_ATTENDANCE', input: callInput, run: recordCall, refresh })
