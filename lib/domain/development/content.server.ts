import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { contentShapes, pathOf, type ContentType, type Payload } from './content-type'
import { framePrompts } from './shipped/frame-prompts'
import { personalityQuiz } from './shipped/personality-quiz'
import { safetyQuizzes } from './shipped/safety-quizzes.server'
import { signLessons } from './shipped/sign-lessons'
import { walkthroughCriteria } from './shipped/walkthrough-criteria'
import { zones } from './shipped/zones'

/** What the product brings along; an organization's own version goes before it. */
export const shipped: { [T in ContentType]: Payload<T> } = {
  walkthrough_criteria: walkthroughCriteria, frame_prompts: framePrompts, safety_quizzes: safetyQuizzes, zones, personality_quiz: personalityQuiz, sign_lessons: signLessons,
}

export type Content<T extends ContentType> = { payload: Payload<T>; source: 'product' | 'organization'; version: number; /** Where the organization's own version breaks; the product's is used instead. */ brokenAt: string | null }

/** What somebody here is shown: the organization's own version if there is one and it holds, else the product's. */
export async function getContent<T extends ContentType>({ db }: Pick<Ctx, 'db'>, type: T): Promise<Content<T>> {
  const own = await db.contentEntry.findFirst({ where: { contentType: type, active: true }, select: { payload: true, version: true } })
  if (!own) return { payload: shipped[type], source: 'product', version: 0, brokenAt: null }
  const parsed = contentShapes[type].safeParse(own.payload)
  if (parsed.success) return { payload: parsed.data as Payload<T>, source: 'organization', version: own.version, brokenAt: null }
  return { payload: shipped[type], source: 'product', version: own.version, brokenAt: pathOf(parsed.error.issues[0]?.path ?? []) || type }
}
