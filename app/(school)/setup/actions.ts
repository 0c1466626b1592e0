'use server'

import { z } from 'zod'
import { makeYearCurrent } from '@/lib/domain/academics/setup.server'
import { organizationInput } from '@/lib/domain/people/organization'
import { updateOrganization } from '@/lib/domain/people/organization.server'
import { defineAction } from '@/lib/platform/action.server'

export const makeYearCurrentAction = defineAction({ needs: 'UPDATE_ACADEMIC_YEARS', input: z.object({ id: z.uuid() }), run: makeYearCurrent, refresh: '/setup' })
export const updateOrganizationAction = defineAction({ needs: 'UPDATE_ORGANIZATIONS', input: organizationInput, run: updateOrganization, refresh: '/setup' })
