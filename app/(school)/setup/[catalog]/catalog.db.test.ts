import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createFormatter, createTranslator } from 'next-intl'
import en from '@/messages/en/errors.json'
import form from '@/messages/en/form.json'
import setup from '@/messages/en/setup.json'
import { navigation } from '@/app/(school)/navigation'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { parseList } from '@/lib/platform/list'
import type { AnyCatalog } from '@/lib/platform/catalog'
import { furniture } from '@/lib/domain/furniture.server'
import { entries } from './entries'

const request = vi.hoisted(() => ({ ctx: null as Ctx | null }))
vi.mock('@/lib/platform/context.server', async () => ({ getCtx: async () => request.ctx, meets: (ctx: Ctx, needs: Parameters<Ctx['can']>[0]) => ctx.can(needs) }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'sec-fetch-site': 'same-origin' }) }))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('next-intl/server', () => ({ getFormatter: async () => createFormatter({ locale: 'en' }), getTranslations: async () => createTranslator({ locale: 'en', messages: { errors: en, form, setup } }) }))

type School = Awaited<ReturnType<typeof aSchool>>
type Values = Record<string, unknown>

/** What a form of each entry sends, one that collides with it, and a record of the school that is in use. */
const samples: Record<string, { first: Values; edited: Values; wrong: Values; used: (school: School) => string | Promise<string>; why: string }> = {
  grades: { first: { name: 'Third', code: 'T3', sortOrder: '3' }, edited: { name: 'Grade three', code: 'T3', sortOrder: '4' }, wrong: { sortOrder: 'x' }, used: ({ gradeId }) => gradeId, why: setup.refusals.heldBy.classes },
  subjects: { first: { name: 'History', code: 'HI', description: '' }, edited: { name: 'World history', code: 'HI', description: 'All of it' }, wrong: { code: '' }, used: ({ subjectId }) => subjectId, why: setup.refusals.heldBy.classSubjects },
  'attendance-reasons': {
    first: { name: 'Snow', excused: true, sortOrder: '9' }, edited: { name: 'Snowed in', excused: false, sortOrder: '9' }, wrong: { sortOrder: 'x' }, why: setup.refusals.heldBy.attendanceNotices,
    async used({ db, north, studentIds }) {
      const { id } = await db.attendanceReasonEntry.findFirstOrThrow({ select: { id: true } })
      const day = new Date('2026-01-01')
      await db.attendanceNotice.create({ data: { studentId: studentIds[0]!, campusId: north.id, kind: 'absent', channel: 'phone', fromDate: day, toDate: day, excused: true, reasonId: id } })
      return id
    },
  },
  'academic-years': { first: { name: '2031', startDate: '2031-08-01', endDate: '2032-06-30' }, edited: { name: '2031', startDate: '2031-09-01', endDate: '2032-06-30' }, wrong: { endDate: '2031-01-01' }, used: ({ yearId }) => yearId, why: setup.refusals.heldBy.classes },
}

const verbsOf = (facts: AnyCatalog) => furniture.find((piece) => piece.facts === facts)!.verbs

let school: School
beforeEach(async () => {
  school = await aSchool()
  request.ctx = await school.as('admin')
})

test('every entry has its verbs, its words, its place in the navigation and a sample here', () => {
  expect(furniture.map(({ facts }) => facts.name).sort()).toEqual([...entries.values()].map(({ facts }) => facts.name).sort())
  expect(Object.keys(samples).sort()).toEqual([...entries.keys()].sort())
  const rooms = navigation.flatMap((group) => group.rooms)
  const words: Record<string, Record<string, string>> = setup.entries
  for (const [name, { facts }] of entries) {
    expect(facts.path).toBe(`/setup/${name}`)
    expect(rooms).toContainEqual(expect.objectContaining({ href: facts.path, needs: facts.needs.create }))
    expect(Object.keys(words[facts.name]!).sort()).toEqual(Object.keys(setup.entries.grade).sort())
    for (const { label } of Object.values(facts.fields)) expect(Object.keys(setup.fields).map((key) => `setup.fields.${key}`)).toContain(label)
    for (const relation of verbsOf(facts).heldBy) expect(Object.keys(setup.refusals.heldBy)).toContain(relation)
  }
})

describe.each([...entries])('%s', (name, entry) => {
  const { facts } = entry
  const verbs = verbsOf(facts)
  const { first, edited, wrong, used, why } = samples[name]!
  const taken = 'code' in first ? 'code' : 'name'
  const admin = () => request.ctx!
  const history = () => school.db.auditEvent.findMany({ where: { entity: facts.noun.toLowerCase() }, orderBy: { id: 'asc' } })
  async function made() {
    const result = await entry.create(first)
    if (!result.ok) throw new Error(result.message)
    return verbs.get(admin(), result.data.id)
  }

  test('is created, found, edited and removed, and its history says so', async () => {
    const row = await made()
    const query = (params: Record<string, string>) => verbs.list(admin(), parseList(facts.list, params))
    expect((await query({ q: String(first.name) })).rows).toEqual([row])
    for (const sort of Object.keys(facts.list.sorts)) expect((await query({ sort: `-${sort}` })).rows.map(({ id }) => id)).toContain(row.id)
    expect(await entry.update({ ...edited, id: row.id, seen: row.seen })).toEqual({ ok: true, data: { id: row.id } })
    const after = await verbs.get(admin(), row.id)
    expect(Object.entries(after.values).map(([key, value]) => [key, String(value)])).toEqual(Object.keys(facts.fields).map((key) => [key, String(edited[key])]))
    expect(await entry.remove({ id: row.id, seen: after.seen })).toMatchObject({ ok: true })
    await expect(verbs.get(admin(), row.id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await query({ q: String(edited.name) })).rows).toEqual([])
    const events = await history()
    expect(events.map(({ deed, actorId, entityId }) => [deed, actorId, entityId])).toEqual(['create', 'update', 'remove'].map((verb) => [`${verb}-${facts.name}`, admin().user.id, row.id]))
    expect(events.map(({ before, after: then }) => [before, then])).toEqual([[null, row.values], [row.values, after.values], [after.values, null]])
  })

  test('of two editors the second is told, and nothing is lost or written', async () => {
    const row = await made()
    expect(await entry.update({ ...edited, id: row.id, seen: row.seen })).toMatchObject({ ok: true })
    const stale = { id: row.id, seen: row.seen }
    for (const result of [await entry.update({ ...first, ...stale }), await entry.remove(stale)]) expect(result).toMatchObject({ ok: false, code: 'conflict', message: form.conflict.refusal, detail: { current: { id: row.id, values: (await verbs.get(admin(), row.id)).values } } })
    expect(await history()).toHaveLength(2)
  })

  test('comes back from the trash, once, and not over one of the same', async () => {
    const row = await made()
    expect(await entry.remove({ id: row.id, seen: row.seen })).toMatchObject({ ok: true })
    expect(await verbs.removed(admin(), 10)).toMatchObject([{ id: row.id, values: row.values, by: admin().user.id }])
    const twin = await made()
    await expect(verbs.restore(admin(), { id: row.id })).rejects.toMatchObject({ code: 'conflict', message: 'trash.refusals.twin' })
    expect(await entry.remove({ id: twin.id, seen: twin.seen })).toMatchObject({ ok: true })
    await verbs.restore(admin(), { id: row.id })
    expect(await verbs.get(admin(), row.id)).toMatchObject({ values: row.values })
    await expect(verbs.restore(admin(), { id: row.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a second of the same is a conflict and leaves no trace', async () => {
    await made()
    expect(await entry.create(first)).toMatchObject({ ok: false, code: 'conflict', message: en.refusals.taken, fields: { [taken]: form.problems.taken } })
    expect(await history()).toHaveLength(1)
  })

  test('what is wrong is named at its field', async () => {
    const result = await entry.create({ ...first, ...wrong })
    expect(result).toMatchObject({ ok: false, code: 'invalid', fields: { [Object.keys(wrong)[0]!]: expect.any(String) } })
  })

  test('what is in use stays', async () => {
    const row = await verbs.get(admin(), await used(school))
    expect(await entry.remove({ id: row.id, seen: row.seen })).toMatchObject({ ok: false, code: 'conflict', message: why })
    expect(await verbs.get(admin(), row.id)).toEqual(row)
    expect(await history()).toEqual([])
  })

  test('a teacher may change nothing', async () => {
    const row = await made()
    request.ctx = await school.as('teacher')
    const seen = { id: row.id, seen: row.seen }
    for (const result of [await entry.create(edited), await entry.update({ ...edited, ...seen }), await entry.remove(seen)]) expect(result).toMatchObject({ ok: false, code: 'forbidden' })
    request.ctx = null
    expect(await entry.remove(seen)).toMatchObject({ ok: false, code: 'signed-out' })
  })

  test('who sees one campus removes nothing of the whole organization', async () => {
    const row = await made()
    request.ctx = { ...admin(), role: { ...admin().role, reach: 'campus' } }
    expect(await entry.remove({ id: row.id, seen: row.seen })).toMatchObject({ ok: false, code: 'forbidden' })
  })

  test("another organization's record is not there", async () => {
    const row = await made()
    request.ctx = await (await aSchool()).as('admin')
    const seen = { id: row.id, seen: row.seen }
    for (const result of [await entry.update({ ...edited, ...seen }), await entry.remove(seen)]) expect(result).toMatchObject({ ok: false, code: 'not-found' })
    for (const id of [row.id, 'nothing']) await expect(verbs.get(admin(), id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
