import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getGuardian } from '@/lib/domain/people/guardian.server'
import { requirePage } from '@/lib/platform/context.server'
import { Refusal } from '@/lib/platform/errors'

/** The guardian of an address, read once for the header and the tab; what is not there for this person is no page. */
export const openGuardian = cache(async (id: string) => {
  const ctx = await requirePage('READ_GUARDIANS')
  const row = await getGuardian(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    throw error
  })
  return { ctx, row }
})
