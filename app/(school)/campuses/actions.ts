'use server'

import { z } from 'zod'
import { campusInput } from '@/lib/domain/people/campus'
import { campuses } from '@/lib/domain/people/campus.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

// The switcher and the colours of every page stand on it.
const refresh = '/'

export const createCampusAction = defineAction({ needs: 'CREATE_CAMPUSES', input: campusInput, run: campuses.create, refresh })
export const updateCampusAction = defineAction({ needs: 'UPDATE_CAMPUSES', input: z.intersection(campusInput, seenInput), run: campuses.update, refresh })
export const removeCampusAction = defineAction({ needs: 'DELETE_CAMPUSES', input: seenInput, run: campuses.remove, refresh })
export const restoreCampusAction = defineAction({ needs: 'DELETE_CAMPUSES', input: z.object({ id: z.uuid() }), run: campuses.restore, refresh })
