'use server'

import { z } from 'zod'
import { clearStaffDayInput, confirmDayInput, staffDayInput } from '@/lib/domain/attendance/staff-day'
import { checkIn, clearStaffDay, confirmStaffDay, markStaffDay } from '@/lib/domain/attendance/staff-day.server'
import { defineAction } from '@/lib/platform/action.server'

const refresh = ['/attendance/staff', '/']

export const markStaffDayAction = defineAction({ needs: 'TAKE_STAFF_ATTENDANCE', input: staffDayInput, run: markStaffDay, refresh })
export const clearStaffDayAction = defineAction({ needs: 'TAKE_STAFF_ATTENDANCE', input: clearStaffDayInput, run: clearStaffDay, refresh })
export const confirmStaffDayAction = defineAction({ needs: 'TAKE_STAFF_ATTENDANCE', input: confirmDayInput, run: confirmStaffDay, refresh })
/** For whoever works here; the verb asks whether the campus allows it. */
export const checkInAction = defineAction({ needs: 'SIGNED_IN', input: z.strictObject({ here: z.literal(true) }), run: checkIn, refresh })
