'use server'

import { headers } from 'next/headers'
import { acceptInput, forgotInput, resetInput, verifyInput } from '@/lib/domain/access/credential'
import { acceptInvitation, askForReset, confirmEmail, resetPassword } from '@/lib/domain/access/credential.server'
import { defineGateAction } from '@/lib/platform/action.server'
import { callerOf } from '@/lib/platform/session/caller.server'

export const forgotAction = defineGateAction({
  why: 'Whoever forgot a password is nobody yet; it answers alike for every address.',
  input: forgotInput,
  run: async (input) => askForReset(input, callerOf(await headers())),
})

export const resetAction = defineGateAction({ why: 'The link says who it is.', input: resetInput, run: resetPassword })
export const acceptAction = defineGateAction({ why: 'The link says who it is.', input: acceptInput, run: acceptInvitation })
export const verifyAction = defineGateAction({ why: 'The link says who it is; confirming works wherever it is opened.', input: verifyInput, run: confirmEmail })
