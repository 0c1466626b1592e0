'use server'

import { z } from 'zod'
import { accountInput, emailChangeInput, passwordChangeInput } from '@/lib/domain/access/account'
import { askEmailChange } from '@/lib/domain/access/email-change.server'
import { beginFactorInput, codeInput, turnOffInput } from '@/lib/domain/access/second-factor'
import { beginFactor, confirmFactor, renewCodes, turnOffFactor } from '@/lib/domain/access/second-factor.server'
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
export const askEmailChangeAction = defineAction({ needs: 'SIGNED_IN', input: emailChangeInput, run: askEmailChange, refresh: '/account' })
export const beginFactorAction = defineAction({ needs: 'SIGNED_IN', input: beginFactorInput, run: beginFactor })
export const confirmFactorAction = defineAction({ needs: 'SIGNED_IN', input: codeInput, run: confirmFactor })
export const renewCodesAction = defineAction({ needs: 'SIGNED_IN', input: codeInput, run: renewCodes })
export const turnOffFactorAction = defineAction({ needs: 'SIGNED_IN', input: turnOffInput, run: turnOffFactor, refresh: '/account/security' })
