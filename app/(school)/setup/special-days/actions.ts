'use server'

import { z } from 'zod'
import { specialDayInput } from '@/lib/domain/academics/special-day'
import { specialDays } from '@/lib/domain/academics/special-day.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/setup/special-days'

export const createSpecialDayAction = defineAction({ needs: 'CREATE_ACADEMIC_YEARS', input: specialDayInput, run: specialDays.create, refresh })
export const updateSpecialDayAction = defineAction({ needs: 'UPDATE_ACADEMIC_YEARS', input: specialDayInput.extend(seenInput.shape), run: specialDays.update, refresh })
export const removeSpecialDayAction = defineAction({ needs: 'DELETE_ACADEMIC_YEARS', input: seenInput, run: specialDays.remove, refresh })
export const restoreSpecialDayAction = defineAction({ needs: 'DELETE_ACADEMIC_YEARS', input: z.object({ id: z.uuid() }), run: specialDays.restore, refresh })
