import { beforeEach, describe, expect, test } from 'vitest'
import { anInvoice, paying } from '@/lib/domain/billing/a-bill'
import { recordPayment } from '@/lib/domain/billing/payment.server'
import { aPdf, aPicture, read, sent } from '@/lib/domain/files/a-file'
import { hostileFiles, hostileNames } from '@/lib/domain/files/a-hostile-file'
import { attachFile } from '@/lib/domain/files/attach.server'
import { attachInput, type FileKind } from '@/lib/domain/files/file'
import { listFiles, openFile, removeFile } from '@/lib/domain/files/file.server'
import type { FileOwner } from '@/lib/domain/files/owner.server'
import { createDocument } from '@/lib/domain/people/document.server'
import { documentInput } from '@/lib/domain/people/document'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { fileOwners } from './owners'

type School = Awaited<ReturnType<typeof aSchool>>
type Place = 'north' | 'south'
let school: School
let admin: Ctx
beforeEach(async () => {
  school = await aSchool()
  admin = await school.as('admin')
})

const studentAt = (place: Place) => (place === 'north' ? school.studentIds[0]! : school.otherStudentId)
const documentOf = async (owner: object) => (await createDocument(admin, documentInput.parse({ name: 'Paper', category: 'other', expiresOn: '', notes: '', studentId: null, staffId: null, campusId: null, ...owner }))).id

/** One record of each kind that has files, at the one campus and at the other; null where no campus bounds who sees it. */
const examples: Record<string, (place: Place) => Promise<string | null>> = {
  campuses: async (place) => school[place].id,
  documents: (place) => documentOf({ entityType: 'campus', campusId: school[place].id }),
  guardians: async (place) => (await school.db.guardian.findFirstOrThrow({ where: { studentId: studentAt(place) } })).id,
  payments: async (place) => (await recordPayment(admin, paying(studentAt(place), '10', [[await anInvoice(admin, studentAt(place)), '10']]))).id,
  staff: async (place) => (place === 'north' ? school.people.teacher.staffId : (await school.db.staff.create({ data: { firstName: 'Sue', lastName: 'South', campusId: school.south.id, staffType: 'support', employeeNumber: 'S-1' } })).id),
  students: async (place) => studentAt(place),
  users: async (place) => (place === 'north' ? school.people.teacher.userId : null),
}
const theRecord = async (owner: FileOwner, place: Place) => {
  const id = await examples[owner.entity]?.(place)
  return id ? { owner, id } : null
}
const gone = { code: 'not-found' }
/** As the door takes it. */
const attach = (ctx: Ctx, { owner, id }: { owner: FileOwner; id: string }, content: Uint8Array | string, name: string, kind: FileKind = 'attachment') => {
  const { entity: _, id: __, ...arriving } = attachInput.parse({ entity: owner.entity, id, kind, name, uploadKey: crypto.randomUUID() })
  return attachFile(ctx, { owner, id }, arriving, sent(content))
}

test('every kind of record that has files is tried here', () => {
  expect(Object.keys(examples).sort()).toEqual(fileOwners.map(({ entity }) => entity).sort())
})

describe.each(fileOwners.map((owner) => [owner.entity, owner] as const))('files of %s', (_, owner) => {
  test('that are hostile are refused and leave nothing', async () => {
    const to = (await theRecord(owner, 'north'))!
    for (const [what, content, name, problem] of hostileFiles) {
      const bytes = await content()
      await expect(attach(admin, to, bytes, name), what).rejects.toMatchObject({ code: 'invalid', message: `files.problems.${problem}` })
      await expect(attach(admin, to, bytes, name, 'photo'), what).rejects.toMatchObject({ code: 'invalid' })
    }
    expect(await listFiles(admin, to)).toEqual([])
    expect(await school.db.file.count()).toBe(0)
  })
  test('keep of a hostile name what names them, and of a hostile picture what is seen', async () => {
    const to = (await theRecord(owner, 'north'))!
    for (const name of hostileNames) await attach(admin, to, aPdf(), name)
    const names = (await listFiles(admin, to)).map(({ name }) => name)
    expect(names).toHaveLength(hostileNames.length)
    for (const name of names) {
      expect(name).toMatch(/\.pdf$/)
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(name.length).toBeLessThanOrEqual(255)
    }
    const { id } = await attach(admin, to, Buffer.concat([await aPicture('gif', 20, 20), Buffer.from('/*=1;alert(1)//')]), 'a.gif', 'photo')
    expect((await read((await openFile(admin, fileOwners, { id, size: 96 })).open())).includes('alert')).toBe(false)
  })
  test('are nobody’s who may not see the record: by role, campus and organization', async () => {
    const roles = await Promise.all((['director', 'registrar', 'finance', 'teacher', 'assistant'] as const).map((role) => school.as(role)))
    for (const place of ['north', 'south'] as const) {
      const to = await theRecord(owner, place)
      if (!to) continue
      const { id } = await attach(admin, to, aPdf(), 'Bill.pdf')
      const strangers = [await (await aSchool()).as('admin'), ...roles.filter((ctx) => !owner.isOwn?.(ctx, to.id) && (!ctx.can(owner.read) || (place === 'south' && ctx.role.reach !== 'organization')))]
      // Somebody is always kept out; where a campus bounds the record, so is the director of another.
      expect(strangers.length).toBeGreaterThan(place === 'south' ? 2 : 0)
      for (const stranger of strangers) {
        await expect(openFile(stranger, fileOwners, { id, size: 320 })).rejects.toMatchObject(gone)
        await expect(listFiles(stranger, to)).rejects.toMatchObject(gone)
        await expect(removeFile(stranger, fileOwners, { id })).rejects.toMatchObject(gone)
        await expect(attach(stranger, to, aPdf(), 'Other.pdf')).rejects.toMatchObject(gone)
      }
      for (const reader of roles.filter((ctx) => !owner.isOwn?.(ctx, to.id) && ctx.can(owner.read) && !ctx.can(owner.write))) await expect(attach(reader, to, aPdf(), 'Other.pdf')).rejects.toMatchObject(gone)
      expect(await listFiles(admin, to)).toHaveLength(1)
    }
  })
})
