import { z } from 'zod'
import { optionalText } from '@/lib/platform/catalog'
import { newPassword } from './account'

/** What stands in the address of a link. */
export const linkToken = z.string().regex(/^[\w-]{20,100}$/)

export const forgotInput = z.strictObject({ email: z.string().trim().min(1, 'access.problems.emailMissing').max(254, 'access.problems.emailMissing') })
export type ForgotInput = z.input<typeof forgotInput>

const chosen = z.object({ token: linkToken, password: newPassword, again: z.string() })
const alike = ({ password, again }: { password: string; again: string }) => password === again
const differs = { path: ['again'], error: 'access.problems.passwordDiffers' }

export const resetInput = chosen.refine(alike, differs)
export type ResetInput = z.input<typeof resetInput>

export const acceptInput = chosen.extend({ firstName: optionalText(100), lastName: optionalText(100) }).refine(alike, differs)
export type AcceptInput = z.input<typeof acceptInput>

export const verifyInput = z.object({ token: linkToken })
