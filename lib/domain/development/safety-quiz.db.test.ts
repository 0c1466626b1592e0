import { beforeAll, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { quizAnswerInput } from './safety-quiz'
import { getSafetyBoard } from './safety-board.server'
import { answerQuestion, getCertificate, getQuizState, quizOf } from './safety-quiz.server'

let school: Awaited<ReturnType<typeof aSchool>>
let teacher: Ctx
beforeAll(async () => {
  setClock('2026-03-04T09:00:00Z')
  school = await aSchool()
  teacher = await school.as('teacher')
})

/** Takes this week's quiz; `right` says which questions are answered well. */
async function take(ctx: Ctx, right: (question: number) => boolean) {
  const [{ quiz }, { weekOf, quizKey, attempt }] = await Promise.all([quizOf(ctx), getQuizState(ctx, { again: true })])
  let last
  for (const [question, { answer }] of quiz.questions.entries()) last = await answerQuestion(ctx, { weekOf, quizKey, attempt, question, choice: right(question) ? answer : (answer + 1) % 2 })
  return last!.result!
}

test('a quiz is answered question by question, failed, tried again, passed, and has its certificate', async () => {
  const failed = await take(teacher, (question) => question > 1)
  expect(failed).toMatchObject({ passed: false, attempt: 1, score: failed.total - 2 })
  await expect(getCertificate(teacher, failed.id)).rejects.toMatchObject({ code: 'not-found' })
  const passed = await take(teacher, () => true)
  expect(passed).toMatchObject({ passed: true, attempt: 2, score: passed.total })
  expect(await getCertificate(teacher, passed.id)).toMatchObject({ userName: teacher.user.name })
  await expect(getCertificate(await school.as('director'), passed.id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await getQuizState(teacher, { again: false })).result).toMatchObject({ passed: true })
})

test('nothing that is sent before an answer says which is right', async () => {
  const assistant = await school.as('assistant')
  const { quiz } = await quizOf(assistant)
  const state = await getQuizState(assistant, { again: false })
  const step = await answerQuestion(assistant, { weekOf: state.weekOf, quizKey: state.quizKey, attempt: 1, question: 0, choice: 0 })
  const text = JSON.stringify([state, step.next])
  for (const { explanation } of quiz.questions.slice(1)) expect(text).not.toContain(explanation.en)
  expect(Object.keys(state.next!)).toEqual(['number', 'text', 'options'])
  expect(text).not.toContain(quiz.questions[2]!.text.en)
})

test('the first answer stands, also among many at once, and the last ones make one result', async () => {
  const registrar = await school.as('registrar')
  const [{ quiz }, { weekOf, quizKey }] = await Promise.all([quizOf(registrar), getQuizState(registrar, { again: false })])
  const given = (question: number, choice: number) => answerQuestion(registrar, { weekOf, quizKey, attempt: 1, question, choice })
  const [first] = await Promise.all([given(0, 0), given(0, 0)])
  expect((await given(0, 1)).judged).toEqual(first.judged)
  for (let question = 1; question < quiz.questions.length - 2; question++) await given(question, quiz.questions[question]!.answer)
  const lasts = [quiz.questions.length - 2, quiz.questions.length - 1].flatMap((question) => [0, 1, 2].map(() => given(question, quiz.questions[question]!.answer)))
  await Promise.all(lasts)
  expect(await registrar.db.safetyQuizResult.count({ where: { userId: registrar.user.id } })).toBe(1)
  // The worker died between the last answer and the judging, or the last question was taken out: any answer sent again judges.
  await school.db.safetyQuizResult.deleteMany({ where: { userId: registrar.user.id } })
  const cut = await getQuizState(registrar, { again: false })
  expect([cut.next, cut.result]).toEqual([null, null])
  expect((await given(cut.answered.at(-1)!.number, 0)).result).toMatchObject({ attempt: 1 })
})

test('a forged score, another week, another attempt and a choice that is none are refused', async () => {
  const finance = await school.as('finance')
  const { weekOf, quizKey } = await getQuizState(finance, { again: false })
  const right = { weekOf, quizKey, attempt: 1, question: 0, choice: 0 }
  expect(quizAnswerInput.safeParse({ ...right, score: 5 }).success).toBe(false)
  expect(quizAnswerInput.safeParse({ ...right, isRight: true }).success).toBe(false)
  for (const wrong of [{ weekOf: '2026-02-23' }, { attempt: 2 }, { quizKey: 'other' }]) await expect(answerQuestion(finance, { ...right, ...wrong })).rejects.toMatchObject({ code: 'conflict' })
  for (const wrong of [{ choice: 9 }, { question: 19 }]) await expect(answerQuestion(finance, { ...right, ...wrong })).rejects.toMatchObject({ code: 'invalid' })
})

test('the board says who has and who has not; what is hard only when enough have taken it', async () => {
  const director = await school.as('director')
  const board = await getSafetyBoard(director, null)
  const of = (ctx: Ctx) => board.people.find(({ userId }) => userId === ctx.user.id)
  expect(of(teacher)).toMatchObject({ state: 'passed', attempts: 2 })
  expect(of(director)).toMatchObject({ state: 'open' })
  expect(board.hardest).toBeNull()
  for (const who of ['director', 'admin', 'finance', 'assistant'] as const) await take(await school.as(who), (question) => question !== 3)
  expect((await getSafetyBoard(director, null)).hardest?.[0]?.wrong).toBeGreaterThan(2)
  expect((await getSafetyBoard(await (await aSchool()).as('director'), null)).people.map(({ userId }) => userId)).not.toContain(teacher.user.id)
})
