import 'server-only'
import { now, todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { getContent } from './content.server'
import { inLanguage, type SafetyQuiz } from './content-type'
import { ownCampusId } from './own-campus.server'
import { quizAt, type AskedQuestion, type JudgedAnswer, type QuizAnswerInput, type QuizResult, type QuizState, type QuizStep } from './safety-quiz'
import { weekOf } from './week'

/** Answers are rows of somebody's progress, one a question. */
export const answerType = 'safety_quiz_answer'
const isTwice = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'

export type WeekQuiz = { weekOf: PlainDate; quiz: SafetyQuiz; passMark: number }

/** The quiz of a week, as it stands here. */
export async function quizOf(ctx: Ctx, week: PlainDate = weekOf(todayIn(ctx.timeZone))): Promise<WeekQuiz> {
  const { payload } = await getContent(ctx, 'safety_quizzes')
  return { weekOf: week, quiz: quizAt(payload.quizzes, week), passMark: payload.passMark }
}

/** Where the answers of an attempt stand; the number of the question follows. */
export const attemptPlace = ({ weekOf: week, quiz: { key } }: WeekQuiz, attempt: number) => `${week}/${key}/${attempt}/`

function asked(quiz: SafetyQuiz, number: number, locale: string): AskedQuestion | null {
  const question = quiz.questions[number]
  return question ? { number, text: inLanguage(question.text, locale), options: question.options.map((one) => inLanguage(one, locale)) } : null
}

function judged(quiz: SafetyQuiz, number: number, choice: number, locale: string): JudgedAnswer {
  const question = quiz.questions[number]!
  return { ...asked(quiz, number, locale)!, choice, isRight: choice === question.answer, right: question.answer, explanation: inLanguage(question.explanation, locale) }
}

/** What somebody has answered in an attempt, by question. */
async function answersOf({ db, user }: Ctx, week: WeekQuiz, attempt: number): Promise<Map<number, number>> {
  const begin = attemptPlace(week, attempt)
  const rows = await db.userProgress.findMany({ where: { userId: user.id, progressType: answerType, itemId: { startsWith: begin } }, select: { itemId: true, value: true } })
  return new Map(rows.map(({ itemId, value }) => [Number(itemId.slice(begin.length)), Number(value)] as const).sort(([a], [b]) => a - b))
}

const resultColumns = { id: true, score: true, totalQuestions: true, passed: true, attempt: true } as const
const resultOf = ({ totalQuestions, ...row }: { id: string; score: number; totalQuestions: number; passed: boolean; attempt: number }): QuizResult => ({ ...row, total: totalQuestions })
const lastResult = async ({ db, user }: Ctx, week: PlainDate) => db.safetyQuizResult.findFirst({ where: { userId: user.id, weekOf: toDate(week) }, orderBy: [{ attempt: 'desc' }, { id: 'desc' }], select: resultColumns })

/** This week's quiz as far as somebody has come. Questions that are not answered yet carry no answer, and only the next is told. */
export async function getQuizState(ctx: Ctx, { again }: { again: boolean }): Promise<QuizState> {
  const week = await quizOf(ctx)
  const { quiz } = week
  const result = await lastResult(ctx, week.weekOf)
  const attempt = (result?.attempt ?? 0) + 1
  const answers = await answersOf(ctx, week, attempt)
  const isOver = result !== null && !again && answers.size === 0
  const open = quiz.questions.findIndex((_, number) => !answers.has(number))
  return {
    weekOf: week.weekOf, quizKey: quiz.key, title: inLanguage(quiz.title, ctx.locale), about: inLanguage(quiz.about, ctx.locale), total: quiz.questions.length, passMark: week.passMark, attempt,
    answered: [...answers].filter(([number]) => number < quiz.questions.length).map(([number, choice]) => judged(quiz, number, choice, ctx.locale)),
    next: isOver || open < 0 ? null : asked(quiz, open, ctx.locale), result: isOver ? resultOf(result) : null,
  }
}

/** Judges by what was stored, one row a question: nobody's browser says what is right. Once, also when the last answers come at the same time. */
async function finish(ctx: Ctx, week: WeekQuiz, attempt: number, answers: ReadonlyMap<number, number>): Promise<QuizResult> {
  const { db, user, role } = ctx
  const { quiz, passMark } = week
  const marked = quiz.questions.map(({ answer }, question) => ({ question, choice: answers.get(question) ?? -1, isRight: answers.get(question) === answer }))
  const score = marked.filter(({ isRight }) => isRight).length
  const known = () => db.safetyQuizResult.findFirst({ where: { userId: user.id, weekOf: toDate(week.weekOf), attempt }, select: resultColumns })
  const row = await db.safetyQuizResult
    .create({
      data: {
        quizId: quiz.key, quizTitle: inLanguage(quiz.title, ctx.locale), weekOf: toDate(week.weekOf), score, totalQuestions: quiz.questions.length, answers: marked, userName: user.name, userRole: role.name,
        completedAt: now(), attempt, passed: score * 100 >= passMark * quiz.questions.length, userId: user.id, campusId: await ownCampusId(ctx),
      },
      select: resultColumns,
    })
    .catch(async (error: unknown) => {
      const before = isTwice(error) ? await known() : null
      if (!before) throw error
      return before
    })
  return resultOf(row)
}

/** Takes an answer, and only then says which was right. The first answer to a question stands. */
export async function answerQuestion(ctx: Ctx, { weekOf: week, quizKey, attempt, question, choice }: QuizAnswerInput): Promise<QuizStep> {
  const { db, user, locale } = ctx
  const current = await quizOf(ctx)
  const { quiz } = current
  const last = await lastResult(ctx, current.weekOf)
  if (week !== current.weekOf || quizKey !== quiz.key || attempt > (last?.attempt ?? 0) + 1) throw new Refusal('conflict', 'safetyQuiz.refusals.other')
  if (!quiz.questions[question]?.options[choice]) throw new Refusal('invalid', 'errors.refusals.invalid')
  if (attempt === (last?.attempt ?? 0) + 1) {
    await db.userProgress
      .create({ data: { userId: user.id, campusId: await ownCampusId(ctx), progressType: answerType, itemId: `${attemptPlace(current, attempt)}${question}`, value: String(choice), score: choice === quiz.questions[question].answer ? 1 : 0 }, select: { id: true } })
      .catch((error: unknown) => {
        if (!isTwice(error)) throw error
      })
  }
  const answers = await answersOf(ctx, current, attempt)
  const stored = answers.get(question)
  if (stored === undefined) throw new Refusal('conflict', 'safetyQuiz.refusals.other')
  const open = quiz.questions.findIndex((_, number) => !answers.has(number))
  return { judged: judged(quiz, question, stored, locale), next: open < 0 ? null : asked(quiz, open, locale), result: open < 0 ? await finish(ctx, current, attempt, answers) : null }
}

/** A result that one has passed oneself, for its certificate. */
export async function getCertificate({ db, user, organization }: Ctx, id: string) {
  const row = await db.safetyQuizResult.findFirst({ where: { id, userId: user.id, passed: true }, select: { id: true, quizTitle: true, weekOf: true, score: true, totalQuestions: true, userName: true, completedAt: true, campus: { select: { name: true, timeZone: true, color: true } } } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return { ...row, organizationName: organization.name }
}
