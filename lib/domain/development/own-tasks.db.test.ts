import { beforeAll, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { checkIn } from './check-in.server'
import { findOwnTasks } from './own-tasks.server'
import { answerQuestion, quizOf } from './safety-quiz.server'
import { rateSign } from './signs.server'

let [teacher, assistant]: Ctx[] = []
beforeAll(async () => {
  setClock('2026-03-04T09:00:00Z')
  const school = await aSchool()
  ;[teacher, assistant] = [await school.as('teacher'), await school.as('assistant')]
})

/** Answers this week's quiz up to a question. */
async function answer(ctx: Ctx, attempt: number, { until = Infinity, isRight = true } = {}) {
  const { quiz, weekOf } = await quizOf(ctx)
  for (const [question, { answer: right }] of quiz.questions.slice(0, until).entries()) await answerQuestion(ctx, { weekOf, quizKey: quiz.key, attempt, question, choice: isRight ? right : (right + 1) % 2 })
}

test('a quiz waits until it is passed, and again for whoever has begun it again', async () => {
  const { quiz } = await quizOf(teacher!)
  const open = { title: quiz.title.en, total: quiz.questions.length, isFailed: false }
  expect((await findOwnTasks(teacher!)).quiz).toEqual(open)
  await answer(teacher!, 1, { isRight: false })
  expect((await findOwnTasks(teacher!)).quiz).toEqual({ ...open, isFailed: true })
  await answer(teacher!, 2)
  expect((await findOwnTasks(teacher!)).quiz).toBeNull()
  await answer(teacher!, 3, { until: 1 })
  expect((await findOwnTasks(teacher!)).quiz).toEqual(open)
  setClock('2026-03-11T09:00:00Z')
  expect((await findOwnTasks(teacher!)).quiz).toMatchObject({ isFailed: false })
})

test('a check-in counts for its week and a sign from the day it is due, and only for whose they are', async () => {
  setClock('2026-03-04T09:00:00Z')
  await checkIn(teacher!, { id: crypto.randomUUID(), zone: 'green' })
  await rateSign(teacher!, { key: 'hello', rating: 'known' })
  expect(await findOwnTasks(teacher!)).toMatchObject({ hasCheckedIn: true, signsDue: 0, hasResult: false })
  expect(await findOwnTasks(assistant!)).toMatchObject({ hasCheckedIn: false, signsDue: 0 })
  setClock('2026-03-09T09:00:00Z')
  expect(await findOwnTasks(teacher!)).toMatchObject({ hasCheckedIn: false, signsDue: 1 })
})
