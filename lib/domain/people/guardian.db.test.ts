import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { guardianInput, guardianList } from './guardian'
import { linkGuardian, listChildrenOf } from './guardian-link.server'
import { usualLink } from './guardian-link'
import { getGuardian, guardians, listGuardians } from './guardian.server'
import { findGuardianChoices } from './people-choice.server'

let school: Awaited<ReturnType<typeof aSchool>>
let other: Awaited<ReturnType<typeof aSchool>>
let registrar: Ctx
beforeAll(async () => {
  ;[school, other] = [await aSchool(), await aSchool()]
  registrar = await school.as('registrar')
})

const input = (fullName: string, more: object = {}) => guardianInput.parse({ fullName, relationship: 'mother', studentId: school.studentIds[0], phone: '', email: '', address: '', primaryContact: false, ...more })
const list = async (ctx: Ctx, asked: Record<string, string>) => (await listGuardians(ctx, parseList(guardianList, asked))).rows.map(({ fullName }) => fullName)

test('a guardian is created, found by name and by child, edited, removed and restored, and the history says so', async () => {
  const { id } = await guardians.create(registrar, input('Zoë Ångström', { phone: '+46 70' }))
  expect(await list(registrar, { q: 'angstrom' })).toEqual(['Zoë Ångström'])
  expect(await list(registrar, { q: `last1${school.mark}` })).toContain('Zoë Ångström')
  const { seen, child } = await getGuardian(registrar, id)
  expect(child?.id).toBe(school.studentIds[0])
  await guardians.update(registrar, { ...input('Zoë Ångström', { relationship: 'aunt' }), id, seen })
  expect(await list(registrar, { q: 'angstrom', contact: 'unreachable', relationship: 'aunt' })).toEqual(['Zoë Ångström'])
  await guardians.remove(registrar, { id, seen: (await getGuardian(registrar, id)).seen })
  expect(await list(registrar, { q: 'angstrom' })).toEqual([])
  await guardians.restore(registrar, { id })
  expect(await list(registrar, { q: 'angstrom' })).toEqual(['Zoë Ångström'])
  const history = await listHistory(registrar, 'guardians', id)
  expect(history.map(({ deed, actorId }) => [deed, actorId])).toEqual(['restore', 'remove', 'update', 'create'].map((verb) => [`${verb}-guardian`, registrar.user.id]))
  expect(history[2]).toMatchObject({ before: { relationship: 'mother', phone: '+46 70' }, after: { relationship: 'aunt', phone: null } })
})

test('whoever answers for children of two campuses is there for both, each by the own child, and for no other class', async () => {
  const { id } = await guardians.create(registrar, input('Two Campuses', { studentId: school.otherStudentId }))
  const [director, teacher] = [await school.as('director'), await school.as('teacher')]
  for (const ctx of [director, teacher]) {
    expect(await list(ctx, { q: 'campuses' })).toEqual([])
    await expect(getGuardian(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
  }
  await linkGuardian(registrar, { ...usualLink, custodyNote: null, custodyFrom: null, custodyUntil: null, guardianId: id, studentId: school.studentIds[1]! })
  for (const ctx of [director, teacher]) {
    const { rows } = await listGuardians(ctx, parseList(guardianList, { q: 'campuses' }))
    expect(rows).toMatchObject([{ student: expect.stringContaining('Last2'), campusName: expect.stringContaining('North') }])
    expect((await getGuardian(ctx, id)).child).toBeNull()
    expect(await listChildrenOf(ctx, id)).toMatchObject([{ student: { id: school.studentIds[1] } }])
  }
  expect(await list(registrar, { q: 'campuses', campus: school.south.id })).toEqual(['Two Campuses'])
})

test('a guardian is chosen by any word of the name, by its present words only, once, and as far as one sees', async () => {
  const { id } = await guardians.create(registrar, input('María de la Peña Peñalver', { studentId: school.otherStudentId }))
  const called = async (text: string, ctx = registrar) => (await findGuardianChoices(ctx, text)).filter(({ value }) => value === id).length
  for (const text of ['maria', 'peña', 'penalv', 'peñalver mar', 'la pe', 'MARÍA DE']) expect(await called(text), text).toBe(1)
  for (const text of ['eña', 'maria lopez', 'm']) expect(await called(text), text).toBe(0)
  for (const ctx of [await school.as('director'), await school.as('teacher'), await other.as('registrar')]) expect(await called('penalver', ctx)).toBe(0)
  const { seen } = await getGuardian(registrar, id)
  await guardians.update(registrar, { ...input(`María ${'x'.repeat(180)}`, { studentId: school.otherStudentId }), id, seen })
  expect([await called('penalver'), await called('xxxx'), await called('maria')]).toEqual([0, 1, 1])
  await guardians.remove(registrar, { id, seen: (await getGuardian(registrar, id)).seen })
  expect(await called('maria')).toBe(0)
})

test('of two editors the second is told what stands now, field by field, and nothing of the first is lost', async () => {
  const { id } = await guardians.create(registrar, input('Race'))
  const { seen } = await getGuardian(registrar, id)
  const edits = [input('Race', { phone: '1' }), input('Race', { address: 'Hill 2' })].map((values) => guardians.update(registrar, { ...values, id, seen }))
  const results = await Promise.allSettled(edits)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const lost = results.find((result) => result.status === 'rejected')
  const now = await getGuardian(registrar, id)
  expect(lost?.reason).toMatchObject({ code: 'conflict', detail: { current: { id, seen: now.seen, values: now.values } } })
})

test('nobody beyond the reach reads, edits, removes or restores one', async () => {
  const { id } = await guardians.create(registrar, input('Of the south', { studentId: school.otherStudentId }))
  const { seen } = await getGuardian(registrar, id)
  for (const stranger of [await school.as('director'), await other.as('admin')]) {
    const deeds = [() => getGuardian(stranger, id), () => guardians.update(stranger, { ...input('x'), id, seen }), () => guardians.remove(stranger, { id, seen })]
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(guardians.update(await school.as('director'), { ...input('x', { studentId: school.otherStudentId }), id, seen })).rejects.toMatchObject({ code: 'not-found' })
  await guardians.remove(registrar, { id, seen })
  for (const stranger of [await school.as('director'), await other.as('admin')]) {
    await expect(guardians.restore(stranger, { id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await guardians.removed(stranger, 100)).map((row) => row.id)).not.toContain(id)
  }
  expect((await guardians.removed(registrar, 100)).map((row) => row.id)).toContain(id)
})

test.each([{ email: 'nobody' }, { fullName: ' ' }, { studentId: '' }, { relationship: 'friend' }, { fullName: 'x'.repeat(201) }])('%j is refused beside its field', (wrong) => {
  const parsed = guardianInput.safeParse({ fullName: 'A', relationship: 'mother', studentId: school.studentIds[0], phone: '', email: '', address: '', primaryContact: false, ...wrong })
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(wrong))
})
