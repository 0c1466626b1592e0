import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { compositionOf, findOwnResult, getTeam, savePersonality, shareResult } from './personality.server'
import { personalityQuiz } from './shipped/personality-quiz'

let school: Awaited<ReturnType<typeof aSchool>>
let teacher: Ctx
beforeAll(async () => {
  school = await aSchool()
  teacher = await school.as('teacher')
})
const answers = (liked: number) => Object.fromEntries(personalityQuiz.statements.map(({ key, reversed, trait }) => [key, trait !== 'calm' ? 3 : reversed ? 6 - liked : liked]))

test('a result is counted on the server, private, shared by choice and taken back', async () => {
  await savePersonality(teacher, { answers: answers(5) })
  expect(await findOwnResult(teacher)).toMatchObject({ scores: { calm: 100, extraversion: 50 }, isShared: false })
  for (const who of ['director', 'assistant'] as const) {
    const ctx = await school.as(who)
    expect((await getTeam(ctx)).colleagues).toEqual([])
    expect(await ctx.db.personalityQuizResult.count({ where: { userId: teacher.user.id } })).toBe(0)
  }
  await shareResult(teacher, { isShared: true })
  expect((await getTeam(await school.as('assistant'))).colleagues).toMatchObject([{ name: teacher.user.name, strongest: 'calm', band: 'high' }])
  await shareResult(teacher, { isShared: false })
  expect((await getTeam(await school.as('assistant'))).colleagues).toEqual([])
  await savePersonality(teacher, { answers: answers(1) })
  expect(await findOwnResult(teacher)).toMatchObject({ scores: { calm: 0 }, isShared: false })
})

test('an unfinished quiz is refused, and nobody shares what they have not', async () => {
  await expect(savePersonality(teacher, { answers: { s1: 3 } })).rejects.toMatchObject({ code: 'invalid' })
  await expect(shareResult(await school.as('finance'), { isShared: true })).rejects.toMatchObject({ code: 'not-found' })
})

test('a team is made up of those who share, from five people on, and whoever joins it adds only what they show anyway', async () => {
  const people = await Promise.all((['admin', 'director', 'registrar', 'finance', 'assistant'] as const).map((who) => school.as(who)))
  for (const ctx of people) await savePersonality(ctx, { answers: answers(4) })
  for (const ctx of people.slice(0, 4)) await shareResult(ctx, { isShared: true })
  expect((await getTeam(teacher)).composition).toBeNull()
  await shareResult(people[4]!, { isShared: true })
  expect((await getTeam(teacher)).composition?.calm).toEqual({ low: 0, middle: 0, high: 5 })
  await savePersonality(teacher, { answers: { ...answers(3), ...Object.fromEntries(personalityQuiz.statements.flatMap(({ key, reversed, trait }) => (trait === 'imagination' ? [[key, reversed ? 5 : 1]] : []))) } })
  await shareResult(teacher, { isShared: true })
  const joined = await getTeam(people[0]!)
  expect(joined.composition).toEqual(compositionOf(joined.colleagues))
  expect(joined.composition).toEqual({ ...(await getTeam(teacher)).composition, calm: { low: 0, middle: 0, high: 5 }, imagination: { low: 1, middle: 0, high: 0 } })
  expect((await getTeam(await (await aSchool()).as('admin'))).colleagues).toEqual([])
})
