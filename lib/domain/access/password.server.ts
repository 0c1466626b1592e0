import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's minimum for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One and the same password however a keyboard puts its accents together (RFC 8265). */
const composed = (password: string) => password.normalize('NFC')

export const hashPassword = (password: string) => hash(composed(password), cost)

let decoy: Promise<string> | undefined

/** Takes as long when there is nothing to compare with: the time must not tell who has an account. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (decoy ??= hashPassword(crypto.randomUUID())))
  const matches = await verify(against, composed(password)).catch(() => false)
  return stored !== null && matches
}
