'use server'

import { z } from 'zod'
import { makeYearCurrent } from '@/lib/domain/academics/setup.server'
import { defineAction } from '@/lib/platform/action.server'

export const makeYearCurrentAction = defineAction({ needs: 'UPDATE_ACADEMIC_YEARS', input: z.object({ id: z.uuid() }), run: makeYearCurrent, refresh: '/setup' })
