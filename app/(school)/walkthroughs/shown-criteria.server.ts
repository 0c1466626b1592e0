import 'server-only'
import { getContent } from '@/lib/domain/development/content.server'
import { inLanguage } from '@/lib/domain/development/content-type'
import type { Ctx } from '@/lib/platform/context'

/** The criteria of a visit in the language of whoever looks. */
export async function shownCriteria(ctx: Ctx) {
  const { payload } = await getContent(ctx, 'walkthrough_criteria')
  return payload.criteria.map(({ key, name, about, ratings }) => ({ key, name: inLanguage(name, ctx.locale), about: inLanguage(about, ctx.locale), ratings: ratings.map((words) => inLanguage(words, ctx.locale)) }))
}
