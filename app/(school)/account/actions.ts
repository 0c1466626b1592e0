'use server'

import { z } from 'zod'
import { accountInput, passwordChangeInput } from '@/lib/domain/access/account'
import { changePassword, endOtherSessions, endSession, updateAccount } from '@/lib/domain/access/account.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'
import { getSession } from '@/lib/platform/context.server'

/** The session that asks; whoever got this far has one. */
const hereNow = async () => (await getSession())?.familyId ?? ''

export const updateAccountAction = defineAction({ needs: 'SIGNED_IN', input: z.intersection(accountInput, seenInput), run: updateAccount, refresh: '/account' })
export const changePasswordAction = defineAction({ needs: 'SIGNED_IN', input: passwordChangeInput, run: async (ctx, input) => changePassword(ctx, input, await hereNow()), refresh: '/account/security' })
export const endSessionAction = defineAction({ needs: 'SIGNED_IN', input: z.object({ familyId: z.uuid() }), run: endSession, refresh: '/account/security' })
export const endOtherSessionsAction = defineAction({ needs: 'SIGNED_IN', input: z.object({}), run: async (ctx) => endOtherSessions(ctx, await hereNow()), refresh: '/account/security' })
