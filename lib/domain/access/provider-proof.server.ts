import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import { env } from '@/lib/platform/env'
import { seal, unseal } from '@/lib/platform/seal.server'
import { cookieOptions, isSecure } from '@/lib/platform/session/cookies'
import type { ProviderProof } from './sign-in.server'

const cookie = 'provider-proof'
const purpose = 'provider proof'
const seconds = 300
const kept = z.object({ userId: z.uuid(), email: z.string(), until: z.number() })

/** What a provider vouched for, sealed: good for five minutes, and for nothing without the second factor. */
export const sealProof = (proof: ProviderProof): string => seal(purpose, JSON.stringify({ ...proof, until: machineTime().getTime() + seconds * 1_000 }))

export function openProof(sealed: string | undefined): ProviderProof | null {
  const text = sealed ? unseal(purpose, sealed) : null
  const found = text === null ? null : kept.parse(JSON.parse(text))
  return found && found.until > machineTime().getTime() ? { userId: found.userId, email: found.email } : null
}

const options = (age: number) => cookieOptions(isSecure(env.NEXTAUTH_URL ?? ''), age)

export const keepProof = async (proof: ProviderProof) => void (await cookies()).set(cookie, sealProof(proof), options(seconds))
export const findProof = async () => openProof((await cookies()).get(cookie)?.value)
export const dropProof = async () => void (await cookies()).set(cookie, '', options(0))
