'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/platform/action.server'
import { Refusal } from '@/lib/platform/errors'
import { trashKinds } from './kinds.server'

/** Each kind has a permission of its own, asked for when the input says which. */
export const restoreAction = defineAction({
  needs: 'SIGNED_IN',
  input: z.object({ entity: z.string().max(50), id: z.uuid() }),
  run: async (ctx, { entity, id }) => {
    const kind = Object.hasOwn(trashKinds, entity) ? trashKinds[entity] : undefined
    if (!kind || !ctx.can(kind.needs)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    return kind.restore(ctx, { id })
  },
  refresh: '/trash',
})
