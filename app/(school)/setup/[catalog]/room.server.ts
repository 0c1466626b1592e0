import 'server-only'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { furniture } from '@/lib/domain/furniture.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import type { PlainReading } from '@/lib/platform/plain.server'
import type { PlainRow } from '@/lib/platform/record.server'
import { entries } from './entries'

/** The entry of an address with its words, or no page. */
export async function roomOf(name: string) {
  const facts = entries.get(name)?.facts
  const piece = furniture.find((one) => one.facts === facts)
  if (!piece) notFound()
  return { name, ...piece, say: await getTranslations(`setup.entries.${piece.facts.name}`) }
}

/** The record of an address; another organization's or a removed one is no page. */
export async function recordOf(verbs: PlainReading, ctx: Ctx, id: string): Promise<PlainRow> {
  return verbs.get(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    throw error
  })
}
