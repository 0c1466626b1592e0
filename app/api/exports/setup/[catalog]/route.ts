import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { catalogColumns } from '@/app/(school)/setup/[catalog]/catalog-columns'
import { roomOf } from '@/app/(school)/setup/[catalog]/room.server'
import { Refusal } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route.server'
import { exportResponse } from '../../export-route'

/** Each entry of the furniture has a permission of its own, asked for when the address says which. */
export const GET = defineRoute({
  needs: 'SIGNED_IN',
  input: z.record(z.string(), z.string()),
  run: async (ctx, { input, params }) => {
    const { name, facts, verbs } = await roomOf(String(params.catalog))
    if (!ctx.can(facts.needs.read)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    const t = await getTranslations()
    const labels = Object.fromEntries(Object.entries(facts.fields).map(([field, { label }]) => [field, t(label)]))
    return exportResponse(ctx, input, { needs: facts.needs.read, name, list: facts.list, read: verbs.list, columns: async () => catalogColumns(facts, labels, ctx.locale) })
  },
})
