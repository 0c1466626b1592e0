import { beforeAll, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { documentInput, documentList } from './document'
import { createDocument, documents, getDocument, listDocuments } from './document.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let other: School
let registrar: Ctx
beforeAll(async () => {
  setClock('2026-11-25T12:00:00Z')
  ;[school, other] = [await aSchool(), await aSchool()]
  registrar = await school.as('registrar')
})

const input = (more: object = {}) => documentInput.parse({ name: 'Passport', category: 'identity', expiresOn: '', notes: '', entityType: 'student', studentId: school.studentIds[0], staffId: '', campusId: '', ...more })
const names = async (ctx: Ctx, asked: Record<string, string> = {}) => (await listDocuments(ctx, parseList(documentList, asked))).rows.map(({ name }) => name)

test('a document is added for somebody, listed as soon to expire, edited, removed and restored', async () => {
  const { id } = await createDocument(registrar, input({ name: 'Visa', expiresOn: '2026-12-24' }))
  await createDocument(registrar, input({ name: 'Old', expiresOn: '2026-11-24' }))
  await createDocument(registrar, input({ name: 'Policy', entityType: 'organization', studentId: '' }))
  expect(await names(registrar, { expiry: 'soon' })).toEqual(['Visa'])
  expect(await names(registrar, { expiry: 'expired' })).toEqual(['Old'])
  expect(await names(registrar, { sort: '-expiry', owner: 'organization' })).toEqual(['Policy'])
  const row = await getDocument(registrar, id)
  expect(row).toMatchObject({ expiry: 'soon', owner: `First1${school.mark} Last1${school.mark}` })
  const edits = await Promise.allSettled(['A', 'B'].map((name) => documents.update(registrar, { name, category: 'residency_visa', expiresOn: null, notes: null, id, seen: row.seen })))
  expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await documents.remove(registrar, { id, seen: (await getDocument(registrar, id)).seen })
  await documents.restore(registrar, { id })
  expect((await getDocument(registrar, id)).expiry).toBeNull()
})

test('a document reaches as far as its owner, and a teacher sees no papers of students', async () => {
  const { id } = await createDocument(registrar, input({ name: 'South', studentId: school.otherStudentId }))
  for (const stranger of [await school.as('director'), await school.as('teacher'), await other.as('admin')]) await expect(getDocument(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await names(await school.as('teacher'))).toEqual(['Policy'])
  await expect(createDocument(await school.as('director'), input({ studentId: school.otherStudentId }))).rejects.toMatchObject({ code: 'not-found' })
  await expect(createDocument(await school.as('director'), input({ entityType: 'organization' }))).rejects.toMatchObject({ code: 'forbidden' })
  expect(documentInput.safeParse({ ...input(), studentId: '' }).error?.issues.map(({ path }) => path[0])).toEqual(['studentId'])
})
