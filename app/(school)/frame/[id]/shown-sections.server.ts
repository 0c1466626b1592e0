import 'server-only'
import { getContent } from '@/lib/domain/development/content.server'
import { frameKeys, inLanguage, type FrameKey } from '@/lib/domain/development/content-type'
import type { Ctx } from '@/lib/platform/context'

export type ShownSection = { key: FrameKey; name: string; about: string; starters: string[] }

/** The five sections in their order, in the language of whoever looks. */
export async function shownSections(ctx: Ctx): Promise<ShownSection[]> {
  const { payload } = await getContent(ctx, 'frame_prompts')
  return frameKeys.flatMap((key) => payload.sections.filter((section) => section.key === key)).map(({ key, name, about, starters }) => ({ key, name: inLanguage(name, ctx.locale), about: inLanguage(about, ctx.locale), starters: starters.map((one) => inLanguage(one, ctx.locale)) }))
}
