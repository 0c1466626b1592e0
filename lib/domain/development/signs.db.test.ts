import { beforeAll, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { nextBox } from './signs'
import { rateSign, readSigns } from './signs.server'

let [teacher, assistant]: Ctx[] = []
beforeAll(async () => {
  setClock('2026-03-02T09:00:00Z')
  const school = await aSchool()
  ;[teacher, assistant] = [await school.as('teacher'), await school.as('assistant')]
})

test('a sign that is known comes later and later, one that is not at once, and it is its learner’s alone', async () => {
  await rateSign(teacher!, { key: 'hello', rating: 'known' })
  expect((await readSigns(teacher!)).get('hello')).toEqual({ box: 1, due: '2026-03-03', isDue: false })
  setClock('2026-03-03T09:00:00Z')
  expect((await readSigns(teacher!)).get('hello')?.isDue).toBe(true)
  await rateSign(teacher!, { key: 'hello', rating: 'known' })
  expect((await readSigns(teacher!)).get('hello')).toMatchObject({ box: 2, due: '2026-03-06' })
  await rateSign(teacher!, { key: 'hello', rating: 'again' })
  expect((await readSigns(teacher!)).get('hello')).toMatchObject({ box: 0, isDue: true })
  expect((await readSigns(assistant!)).size).toBe(0)
})

test('a sign that is none is refused, and two taps at once make one row', async () => {
  await expect(rateSign(teacher!, { key: 'nothing', rating: 'known' })).rejects.toMatchObject({ code: 'not-found' })
  await Promise.all([1, 2, 3].map(() => rateSign(assistant!, { key: 'water', rating: 'known' })))
  expect(await assistant!.db.userProgress.count({ where: { itemId: 'water', userId: assistant!.user.id } })).toBe(1)
})

test('nearly known stays, and nothing goes beyond the last box', () => {
  expect(nextBox(2, 'almost')).toEqual({ box: 2, days: 3 })
  expect(nextBox(5, 'known')).toEqual({ box: 5, days: 30 })
})
