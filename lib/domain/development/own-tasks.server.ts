import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { checkInType } from './check-in'
import { inLanguage } from './content-type'
import { answerType, attemptPlace, quizOf, type WeekQuiz } from './safety-quiz.server'
import { signType } from './signs'
import { weekOf } from './week'

/** This week's quiz, as long as it waits: not taken yet, begun again, or not passed. */
export type QuizTask = { title: string; total: number; isFailed: boolean }
export type OwnTasks = { /** Signs that one has begun and that are due. */ signsDue: number; hasCheckedIn: boolean; hasResult: boolean; quiz: QuizTask | null }

const mostProgress = 500

/** What the home asks of one's own account, at once: nobody else's is read. */
async function readOwn({ db, user }: Ctx, today: PlainDate) {
  const week = weekOf(today)
  const row = await db.user.findFirst({
    where: { id: user.id },
    select: {
      personalityQuizResults: { select: { id: true }, take: 1 },
      safetyQuizResults: { where: { weekOf: toDate(week) }, orderBy: [{ attempt: 'desc' }, { id: 'desc' }], take: 1, select: { passed: true, attempt: true } },
      userProgress: {
        where: { OR: [{ progressType: signType, metadata: { path: ['due'], lte: today } }, { progressType: checkInType, metadata: { path: ['date'], gte: week } }, { progressType: answerType, itemId: { startsWith: `${week}/` } }] },
        select: { progressType: true, itemId: true }, take: mostProgress,
      },
    },
  })
  // Whoever looks in from the platform has no account here.
  return row ?? { personalityQuizResults: [], safetyQuizResults: [], userProgress: [] }
}

type Own = Awaited<ReturnType<typeof readOwn>>

function quizTask(week: WeekQuiz, { safetyQuizResults: [result], userProgress }: Own, locale: string): QuizTask | null {
  const begun = attemptPlace(week, (result?.attempt ?? 0) + 1)
  const isBegun = userProgress.some(({ progressType, itemId }) => progressType === answerType && itemId.startsWith(begun))
  if (result?.passed && !isBegun) return null
  return { title: inLanguage(week.quiz.title, locale), total: week.quiz.questions.length, isFailed: Boolean(result && !isBegun) }
}

/** What of one's own learning waits for oneself. */
export async function findOwnTasks(ctx: Ctx): Promise<OwnTasks> {
  const [own, week] = await Promise.all([readOwn(ctx, todayIn(ctx.timeZone)), ctx.can('TAKE_QUIZZES') ? quizOf(ctx) : null])
  const count = (type: string) => own.userProgress.filter(({ progressType }) => progressType === type).length
  return { signsDue: count(signType), hasCheckedIn: count(checkInType) > 0, hasResult: own.personalityQuizResults.length > 0, quiz: week && quizTask(week, own, ctx.locale) }
}
