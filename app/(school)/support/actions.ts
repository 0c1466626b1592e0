'use server'

import { z } from 'zod'
import { allowVisit, endVisit } from '@/lib/domain/access/support-grant.server'
import { defineAction } from '@/lib/platform/action.server'

const visit = z.object({ id: z.uuid() })

export const allowVisitAction = defineAction({ needs: 'UPDATE_ORGANIZATIONS', input: visit, run: allowVisit, refresh: '/support' })
export const endVisitAction = defineAction({ needs: 'UPDATE_ORGANIZATIONS', input: visit, run: endVisit, refresh: '/support' })
