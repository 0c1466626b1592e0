import { z } from 'zod'
import { recordChoices } from '@/app/(school)/audit/record-choices.server'
import { Refusal } from '@/lib/platform/errors'
import { searchText } from '@/lib/platform/input'
import { defineRoute } from '@/lib/platform/route.server'

/** Records whose history is looked for, to pick from while one types; for whoever reads the history of the whole organization. */
export const GET = defineRoute({
  needs: 'READ_AUDIT_EVENTS', input: z.object({ q: searchText }),
  async run(ctx, { input }) {
    if (ctx.role.reach !== 'organization') throw new Refusal('forbidden', 'errors.refusals.forbidden')
    return recordChoices(ctx, input.q)
  },
})
