import { z } from 'zod'
import { isWritable } from '@/lib/platform/input'

export const signInInput = z.strictObject({
  email: z.string().trim().min(1, 'access.problems.emailMissing').max(254, 'access.problems.emailMissing').refine(isWritable, 'form.problems.unwritable'),
  password: z.string().min(1, 'access.problems.passwordMissing').max(1_000, 'access.problems.passwordMissing').refine(isWritable, 'form.problems.unwritable'),
  /** Of whoever has a second factor; asked once the password is right. */
  code: z.string().trim().max(30, 'access.problems.code').refine(isWritable, 'form.problems.unwritable').optional(),
})
export type SignInInput = z.infer<typeof signInInput>

/** One spelling for all that are one address to the database (full-width letters, capitals): attempts are counted by it. */
export const spelled = (email: string) => email.normalize('NFKC').trim().toLowerCase()

/** What the sign-in door answers when it does not open. Wrong address, wrong password and disabled look alike. */
export const signInRefusals = ['wrong', 'wait', 'unavailable', 'code', 'codeWrong', 'suspended'] as const
export type SignInRefusal = (typeof signInRefusals)[number]
