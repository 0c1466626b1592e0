import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { explain } from '@/lib/domain/access/explain.server'
import { refusedNeeds } from '@/lib/platform/refused-pages.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Why a page is closed to whoever asks: the sentence that an administrator reads about them. */
export const GET = defineRoute({
  needs: 'SIGNED_IN', input: z.object({ path: z.string().max(500).optional() }),
  async run(ctx, { input: { path = '' } }) {
    const needs = refusedNeeds(ctx.user.id, path)
    if (!needs || needs === 'SIGNED_IN' || ctx.can(needs)) return { sentence: null }
    const [t, permissions, reason] = await Promise.all([getTranslations('why'), getTranslations('permissions'), explain(ctx, ctx.user.id, needs)])
    return { sentence: t(`self.${reason.outcome}`, { ...reason, permission: permissions(needs) }) }
  },
})
