import 'server-only'
import { cache } from 'react'
import { requirePage } from '@/lib/platform/context.server'
import type { Ctx, Needs } from '@/lib/platform/context.server'
import { gone } from './gone'

/** Opens the record of an address, once a request for its header and its tab; what is not there for this person is no page. */
export const openRecord = <Row>(needs: Needs, get: (ctx: Ctx, id: string) => Promise<Row>) =>
  cache(async (id: string) => {
    const ctx = await requirePage(needs)
    return { ctx, row: await get(ctx, id).catch(gone) }
  })
