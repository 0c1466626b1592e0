import { beforeAll, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import { atCampus, type CampusBadge, type Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { getCampusDevelopment, getDevelopmentPulse } from './campus-development.server'
import { checkIn } from './check-in.server'
import { beginFrame, getFrame, markFrameRead, saveFrame } from './frame.server'
import { savePersonality } from './personality.server'
import { inGroups } from './safety-board.server'
import { answerQuestion, getQuizState, quizOf } from './safety-quiz.server'
import { personalityQuiz } from './shipped/personality-quiz'
import { rateSign } from './signs.server'

let school: Awaited<ReturnType<typeof aSchool>>
let director: Ctx
const everybody = ['admin', 'director', 'registrar', 'finance', 'teacher', 'assistant'] as const
beforeAll(async () => {
  setClock('2026-03-03T09:00:00Z')
  school = await aSchool()
  director = await school.as('director')
})
const at = (ctx: Ctx) => atCampus(ctx, school.north.id) as Ctx & { campus: CampusBadge }
const read = () => getCampusDevelopment(at(director))
const answers = Object.fromEntries(personalityQuiz.statements.map(({ key }) => [key, 3]))
async function learn(ctx: Ctx) {
  await checkIn(ctx, { id: crypto.randomUUID(), zone: 'green' })
  await rateSign(ctx, { key: 'hello', rating: 'known' })
  await savePersonality(ctx, { answers })
}

test('a note that was read and a quiz that was passed are numbers of the week, of those who work here', async () => {
  const [teacher, admin] = [await school.as('teacher'), await school.as('admin')]
  const { id } = await beginFrame(director, { campusId: school.north.id, weekOf: '2026-03-02' })
  await saveFrame(director, { id, seen: (await getFrame(director, id)).seen, publish: true, sections: { formal: 'Drill', recognition: '', application: '', management: '', emotional: '' } })
  await markFrameRead(teacher, id)
  for (const ctx of [teacher, admin]) {
    const [{ quiz }, { weekOf, quizKey, attempt }] = await Promise.all([quizOf(ctx), getQuizState(ctx, { again: false })])
    for (const [question, { answer }] of quiz.questions.entries()) await answerQuestion(ctx, { weekOf, quizKey, attempt, question, choice: answer })
  }
  const staff = await director.db.staff.findMany({ where: { campusId: school.north.id, status: 'active', userId: { not: null } }, select: { userId: true } })
  const of = staff.length
  const passed = staff.filter(({ userId }) => userId === teacher.user.id || userId === admin.user.id).length
  expect((await read()).weeks.at(-1)).toMatchObject({ week: '2026-03-02', note: { id, done: 1, of }, quiz: { done: passed, of }, visits: 0 })
  expect(await getDevelopmentPulse(at(director))).toMatchObject({ quiz: { done: passed, of }, note: { id, done: 1, of } })
  expect((await getDevelopmentPulse(await (await aSchool()).as('director'))).quiz?.done).toBe(0)
  // Who passes again, or left with what they read, is counted once and no more.
  const { id: leaver } = await director.db.staff.findFirstOrThrow({ where: { userId: teacher.user.id }, select: { id: true } })
  await school.db.staff.update({ where: { id: leaver }, data: { status: 'ended' } })
  expect(await getDevelopmentPulse(at(director))).toMatchObject({ quiz: { done: passed - 1, of: of - 1 }, note: { done: 0, of: of - 1 } })
  await school.db.staff.update({ where: { id: leaver }, data: { status: 'active' } })
})

test('what is somebody’s own is told from five people on, in steps, of weeks that are over; one who joins, begins anew or is gone changes nothing', async () => {
  for (const who of everybody.slice(0, 4)) await learn(await school.as(who))
  setClock('2026-03-10T09:00:00Z')
  const hidden = await read()
  expect(hidden.learners).toEqual({ signs: null, personality: null })
  expect(hidden.weeks.map(({ checkIns }) => checkIns)).toEqual(hidden.weeks.map(() => null))
  for (const who of everybody) await learn(await school.as(who))
  expect((await read()).learners).toEqual(hidden.learners)
  setClock('2026-03-17T09:00:00Z')
  const told = await read()
  expect(told.learners).toEqual({ signs: 5, personality: 5 })
  expect(told.weeks.find(({ week }) => week === '2026-03-09')?.checkIns).toBe(5)
  const plain = new Set((await Promise.all(everybody.map(async (who) => (await (await school.as(who)).db.userProgress.findMany({ where: { progressType: 'sign' }, select: { userId: true } })).map(({ userId }) => userId)))).flat())
  expect(Math.floor(plain.size / 5) * 5).toBe(told.learners?.signs)
  await learn(await school.as('teacher'))
  expect(await read()).toEqual(told)
})

test('questions are told of whole groups of five a campus: neither one more person nor a campus less is a number of their own', () => {
  const people = (campusId: string, count: number) => Array.from({ length: count }, (_, n) => ({ campusId, completedAt: new Date(Date.UTC(2026, 2, 2, 8, n)) }))
  const counts = (rows: ReturnType<typeof people>) => inGroups(rows).length
  expect([4, 5, 6, 9, 10].map((count) => counts(people('north', count)))).toEqual([0, 5, 5, 5, 10])
  expect(counts([...people('north', 7), ...people('south', 4)])).toBe(counts(people('north', 7)) + counts(people('south', 4)))
})
