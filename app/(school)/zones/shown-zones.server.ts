import 'server-only'
import { getContent } from '@/lib/domain/development/content.server'
import { inLanguage } from '@/lib/domain/development/content-type'
import type { Ctx } from '@/lib/platform/context'

/** The four colours and what may help, in the language of whoever looks. */
export async function shownZones(ctx: Ctx) {
  const { payload } = await getContent(ctx, 'zones')
  const say = (words: { en: string; es: string }) => inLanguage(words, ctx.locale)
  return { question: say(payload.question), zones: payload.zones.map(({ key, name, about, strategies }) => ({ key, name: say(name), about: say(about), strategies: strategies.map(say) })) }
}
