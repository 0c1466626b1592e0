import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { dropOwnContent, getPayload, listVersions, saveContent, takeVersion } from './content-edit.server'
import { getContent, shipped } from './content.server'

let school: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
beforeAll(async () => {
  school = await aSchool()
  admin = await school.as('admin')
})
const own = (name: string) => ({ ...shipped.zones, question: { en: name, es: name } })
const question = async (ctx: Ctx) => (await getContent(ctx, 'zones')).payload.question.en

test('an organization’s own version goes before the product’s, in versions that can be taken up again', async () => {
  await saveContent(admin, { type: 'zones', seen: 0, payload: own('One') })
  await saveContent(admin, { type: 'zones', seen: 1, payload: own('Two') })
  expect(await question(await school.as('teacher'))).toBe('Two')
  expect(await question(await (await aSchool()).as('teacher'))).toBe(shipped.zones.question.en)
  const versions = await listVersions(admin, 'zones')
  expect(versions.map(({ version, isLive }) => [version, isLive])).toEqual([[2, true], [1, false]])
  await takeVersion(admin, { type: 'zones', seen: 2, id: versions[1]!.id })
  expect(await question(admin)).toBe('One')
  await dropOwnContent(admin, { type: 'zones', seen: 3 })
  expect(await getContent(admin, 'zones')).toMatchObject({ source: 'product', brokenAt: null })
  await saveContent(admin, { type: 'zones', seen: 0, payload: own('Four') })
  expect((await getPayload(admin, 'zones')).version).toBe(4)
})

test('a wrong shape is refused with its place, and a broken version falls back and says where', async () => {
  const wrong = structuredClone(shipped.safety_quizzes)
  wrong.quizzes[3]!.questions[0]!.answer = 9
  await expect(saveContent(admin, { type: 'safety_quizzes', seen: 0, payload: wrong })).rejects.toMatchObject({ code: 'invalid', detail: { path: 'quizzes[3].questions[0].answer' } })
  await admin.db.contentEntry.create({ data: { contentType: 'safety_quizzes', payload: wrong, version: 1 } })
  expect(await getContent(admin, 'safety_quizzes')).toMatchObject({ source: 'product', brokenAt: 'quizzes[3].questions[0].answer', payload: shipped.safety_quizzes })
})

test('of two who save upon the same version one is told that it changed', async () => {
  const saved = await Promise.allSettled(['A', 'B'].map((name) => saveContent(admin, { type: 'frame_prompts', seen: 0, payload: { ...shipped.frame_prompts, sections: shipped.frame_prompts.sections.map((section) => ({ ...section, name: { en: name, es: name } })) } })))
  expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(saved.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' })
})
