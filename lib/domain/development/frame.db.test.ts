import { beforeAll, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { frameInput, frameList } from './frame'
import { beginFrame, findFrameBefore, findFrameTasks, getFrame, listFrames, listReaders, markFrameRead, saveFrame } from './frame.server'

let school: Awaited<ReturnType<typeof aSchool>>
let director: Ctx
let teacher: Ctx
beforeAll(async () => {
  setClock('2026-03-04T09:00:00Z')
  school = await aSchool()
  ;[director, teacher] = [await school.as('director'), await school.as('teacher')]
})

const sections = { formal: 'Monday: fire drill', recognition: 'Thank you', application: '', management: '', emotional: '' }
const save = (ctx: Ctx, id: string, seen: string, more: object = {}) => saveFrame(ctx, frameInput.parse({ id, seen, sections, ...more }))
const listed = async (ctx: Ctx) => (await listFrames(ctx, parseList(frameList, {}))).rows.map(({ id }) => id)

test('a note is begun, kept, published, read, and the next one has it beside it', async () => {
  const { id } = await beginFrame(director, { campusId: school.north.id, weekOf: '2026-03-05' })
  expect((await findFrameTasks(director)).due.map(({ id: draft }) => draft)).toEqual([id])
  await expect(getFrame(teacher, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await listed(teacher)).not.toContain(id)
  const { seen } = await getFrame(director, id)
  const kept = await save(director, id, seen)
  await save(director, id, kept.seen, { publish: true })
  expect((await findFrameTasks(director)).due).toEqual([])
  expect((await findFrameTasks(teacher)).toRead).toMatchObject([{ id, weekOf: '2026-03-02' }])
  await Promise.all([markFrameRead(teacher, id), markFrameRead(teacher, id)])
  expect((await findFrameTasks(teacher)).toRead).toEqual([])
  const readers = await listReaders(director, await getFrame(director, id))
  expect(readers.read.map(({ name }) => name)).toEqual([teacher.user.name])
  expect(readers.unread).toContain(director.user.name)
  const next = await beginFrame(director, { campusId: school.north.id, weekOf: '2026-03-09' })
  expect(await findFrameBefore(director, await getFrame(director, next.id))).toMatchObject({ id, sections })
})

test('two who begin at once write the same note, and of two who save the second is told what stands', async () => {
  const begun = await Promise.all([director, await school.as('admin'), director].map((ctx) => beginFrame(ctx, { campusId: school.north.id, weekOf: '2026-02-16' })))
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1)
  const { id } = begun[0]!
  const { seen } = await getFrame(director, id)
  const saved = await Promise.allSettled([save(director, id, seen), save(await school.as('admin'), id, seen, { sections: { ...sections, formal: 'Other' } })])
  expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(saved.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict', detail: { sections: (await getFrame(director, id)).sections } })
})

test('nobody beyond the reach reads, begins or writes one, and nothing empty is published', async () => {
  const admin = await school.as('admin')
  const south = await beginFrame(admin, { campusId: school.south.id, weekOf: '2026-03-02' })
  const { seen } = await getFrame(admin, south.id)
  await expect(save(admin, south.id, seen, { publish: true, sections: { ...sections, formal: ' ', recognition: '' } })).rejects.toMatchObject({ code: 'invalid' })
  await save(admin, south.id, seen, { publish: true })
  for (const ctx of [director, teacher, await (await aSchool()).as('admin')]) {
    await expect(getFrame(ctx, south.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(save(ctx, south.id, seen)).rejects.toMatchObject({ code: 'not-found' })
    await expect(beginFrame(ctx, { campusId: school.south.id, weekOf: '2026-03-02' })).rejects.toMatchObject({ code: 'not-found' })
  }
})
