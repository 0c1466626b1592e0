import { z } from 'zod'

/** Six figures of the app, or a recovery code; spaces and hyphens are how people read them. */
export const oneTimeCode = z.string().trim().min(6, 'access.problems.code').max(20, 'access.problems.code')
export const beginFactorInput = z.object({ password: z.string().min(1, 'access.problems.passwordMissing').max(1_000) })
export const codeInput = z.object({ code: oneTimeCode })
export const turnOffInput = beginFactorInput.extend(codeInput.shape)

/** What an authenticator app is shown: as a picture, and in letters for whoever has no camera. */
export type FactorOffer = { size: number; path: string; secret: string }
