import 'server-only'
import { getContent } from '@/lib/domain/development/content.server'
import { inLanguage, type Hand } from '@/lib/domain/development/content-type'
import { readSigns, type SignProgress } from '@/lib/domain/development/signs.server'
import type { Ctx } from '@/lib/platform/context'

export type ShownSign = { key: string; word: string; how: string; right: Hand; left: Hand | null; progress: SignProgress | null }
export type ShownLesson = { key: string; title: string; signs: ShownSign[] }

/** How many signs one sitting brings, and how many new ones among them. */
const [sitting, fresh] = [12, 6]

export async function shownSigns(ctx: Ctx): Promise<{ language: string; lessons: ShownLesson[]; due: ShownSign[] }> {
  const [{ payload }, progress] = await Promise.all([getContent(ctx, 'sign_lessons'), readSigns(ctx)])
  const say = (words: { en: string; es: string }) => inLanguage(words, ctx.locale)
  const lessons = payload.lessons.map(({ key, title, signs }) => ({ key, title: say(title), signs: signs.map(({ word, how, ...sign }) => ({ ...sign, word: say(word), how: say(how), progress: progress.get(sign.key) ?? null })) }))
  const all = lessons.flatMap(({ signs }) => signs)
  const due = [...all.filter((sign) => sign.progress?.isDue), ...all.filter((sign) => !sign.progress).slice(0, fresh)].slice(0, sitting)
  return { language: say(payload.language), lessons, due }
}
