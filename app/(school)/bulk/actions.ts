'use server'

import { z } from 'zod'
import { bulkOf } from '@/lib/domain/bulk.server'
import { defineAction } from '@/lib/platform/action.server'
import { undoBulk } from '@/lib/platform/bulk.server'

/** Each deed has a permission of its own, asked for when it is known which one it was. */
export const undoBulkAction = defineAction({ needs: 'SIGNED_IN', input: z.object({ id: z.uuid() }), run: (ctx, input) => undoBulk(ctx, bulkOf, input) })
