import { z } from 'zod'
import { optionalText } from '@/lib/platform/catalog'
import { locales } from '@/lib/platform/i18n/locales'

/** What a person says of themselves. */
export const accountInput = z.object({ firstName: optionalText(100), lastName: optionalText(100), locale: z.enum(locales) })
export type AccountInput = z.input<typeof accountInput>

export const emailChangeInput = z.object({ email: z.email('form.problems.email').max(254), password: z.string().min(1, 'access.problems.passwordMissing').max(1_000) })

/** Counted in characters as people see them, not in bytes. */
const lengthOf = (text: string) => [...text].length

/** OWASP and NIST SP 800-63B: length alone, any character, nothing to compose. */
export const newPassword = z
  .string()
  .refine((text) => lengthOf(text) >= 8, 'access.problems.passwordShort')
  .refine((text) => lengthOf(text) <= 128, 'access.problems.passwordLong')

export const passwordChangeInput = z
  .object({ current: z.string().min(1, 'access.problems.passwordMissing').max(1_000), password: newPassword, again: z.string() })
  .refine(({ password, again }) => password === again, { path: ['again'], error: 'access.problems.passwordDiffers' })
export type PasswordChangeInput = z.input<typeof passwordChangeInput>
