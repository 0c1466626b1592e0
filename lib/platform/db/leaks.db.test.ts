import { beforeAll, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { database } from './client.server'
import { scopes } from './scope.server'
import { tenantSql, tenantTransaction } from './sql.server'
import { forTenant, type TenantDb } from './tenant.server'

type School = Awaited<ReturnType<typeof aSchool>>
let a: School
let b: School

beforeAll(async () => {
  ;[a, b] = [await aSchool({ mark: 'canarya' }), await aSchool({ mark: 'canaryb' })]
})

/** Code that TypeScript would not let pass: what an attacker or a careless cast would send. */
const loose = (db: TenantDb) => db as unknown as Record<string, Record<string, (args?: unknown) => Promise<unknown>>>
const text = (value: unknown) => JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))
const refused = /tenant's fence refuses/
const invoice = (studentId: string, campusId: string) => ({
  invoiceNumber: crypto.randomUUID(), issueDate: new Date('2026-01-01'), dueDate: new Date('2026-02-01'), subtotal: 10, totalAmount: 10, balanceDue: 10, studentId, campusId,
})

describe('reads stay inside the tenant', () => {
  test('01 findUnique on a foreign id finds nothing', async () => {
    expect(await a.db.student.findUnique({ where: { id: b.studentIds[0]! } })).toBeNull()
    await expect(a.db.student.findUniqueOrThrow({ where: { id: b.studentIds[0]! } })).rejects.toMatchObject({ code: 'P2025' })
  })
  test('02 an OR of the caller cannot widen the tenant', async () => {
    const found = await a.db.student.findMany({ where: { OR: [{ id: b.studentIds[0]! }, { firstName: { contains: 'canary' } }] } })
    expect(found).toHaveLength(6)
    expect(text(found)).not.toContain('canaryb')
  })
  test('03 the caller naming a foreign organization in a filter finds nothing', async () => {
    expect(await a.db.student.findMany({ where: { organizationId: b.organizationId } })).toEqual([])
  })
  test('08 include through the organization shows own rows only, and no secret', async () => {
    const own = await a.db.organization.findMany({ include: { students: true, users: true } })
    expect(own).toHaveLength(1)
    expect(text(own)).not.toContain('canaryb')
    expect(text(own)).not.toContain('argon2')
  })
  test('09 _count through the organization counts own live rows only', async () => {
    const [own] = await a.db.organization.findMany({ include: { _count: { select: { students: true } } } })
    expect(own?._count.students).toBe(6)
    expect(await a.db.organization.findUnique({ where: { id: b.organizationId }, include: { _count: true } })).toBeNull()
  })
  test('12 and 13 aggregate, count and groupBy see own live rows only', async () => {
    const removed = await a.db.student.create({ data: { studentNumber: 'gone-1', firstName: 'Gone', lastName: 'Gone', campusId: a.north.id } })
    await a.db.student.delete({ where: { id: removed.id } })
    expect(await a.db.student.count()).toBe(6)
    expect((await a.db.student.aggregate({ _count: { _all: true } }))._count._all).toBe(6)
    const groups = await a.db.student.groupBy({ by: ['campusId'], _count: { _all: true } })
    expect(groups.map((group) => group._count._all).sort()).toEqual([1, 5])
  })
  test('10 and 11 include and _count leave deleted rows out, at any depth', async () => {
    const removed = await a.db.student.create({ data: { studentNumber: 'gone-2', firstName: 'Gone', lastName: 'Gone', campusId: a.north.id } })
    await a.db.student.delete({ where: { id: removed.id } })
    const campus = await a.db.campus.findUniqueOrThrow({
      where: { id: a.north.id },
      include: { students: true, _count: true, classes: { include: { classEnrollments: { include: { student: { include: { campus: { include: { _count: { select: { students: true } } } } } } } } } } },
    })
    expect(campus.students).toHaveLength(5)
    expect(campus._count.students).toBe(5)
    expect(campus.classes[0]?.classEnrollments[0]?.student.campus._count.students).toBe(5)
  })
  test('20 relation filters (some, every, none, is) look at live rows only', async () => {
    const removed = await a.db.student.create({ data: { studentNumber: 'gone-3', firstName: 'Ghost', lastName: 'Ghost', campusId: a.south.id } })
    await a.db.student.delete({ where: { id: removed.id } })
    expect(await a.db.campus.count({ where: { students: { some: { firstName: 'Ghost' } } } })).toBe(0)
    expect(await a.db.campus.count({ where: { students: { every: { firstName: { not: 'Ghost' } } } } })).toBe(2)
    expect(await a.db.campus.count({ where: { students: { none: { firstName: 'Ghost' } } } })).toBe(2)
    expect(await a.db.guardian.count({ where: { student: { is: { campusId: b.north.id } } } })).toBe(0)
  })
  test('21 a secret can be neither read, filtered by, nor un-omitted', async () => {
    await expect(loose(a.db).user!.findFirst!({ where: { password: { startsWith: '' } } })).rejects.toThrow(refused)
    await expect(loose(a.db).user!.findMany!({ select: { password: true } })).rejects.toThrow(refused)
    await expect(loose(a.db).user!.findMany!({ omit: { password: false } })).rejects.toThrow(refused)
    await expect(loose(a.db).staff!.findMany!({ include: { user: { select: { password: true } } } })).rejects.toThrow(refused)
  })
  test('22 an undefined filter is an error, not everything', async () => {
    await expect(loose(a.db).student!.findMany!({ where: { id: undefined } })).rejects.toThrow(/undefined/)
  })
  test('26 a cursor on a foreign row gives no page', async () => {
    expect(await a.db.student.findMany({ cursor: { id: b.studentIds[0]! }, take: 10, orderBy: { id: 'asc' } })).toEqual([])
  })
  test('27 fluent calls from a foreign parent give nothing', async () => {
    const students = await a.db.organization.findUnique({ where: { id: b.organizationId } }).students()
    expect(students ?? []).toEqual([])
    const own = await a.db.organization.findUnique({ where: { id: a.organizationId } }).students()
    expect(text(own)).not.toContain('canaryb')
    expect(own).toHaveLength(6)
  })
  test('28 ordering by a count of relations is refused', async () => {
    await expect(loose(a.db).campus!.findMany!({ orderBy: { students: { _count: 'desc' } } })).rejects.toThrow(refused)
  })
  test('31 two tenants asking for one id at the same tick each get their own answer', async () => {
    const id = b.studentIds[0]!
    const answers = await Promise.all([a.db.student.findUnique({ where: { id } }), b.db.student.findUnique({ where: { id } }), a.db.student.findUnique({ where: { id: a.studentIds[0]! } })])
    expect(answers.map((row) => row?.organizationId ?? null)).toEqual([null, b.organizationId, a.organizationId])
  })
})

describe('writes stay inside the tenant', () => {
  test('04 a foreign parent id is refused the same as a missing one, by the fence and, without it, by the database', async () => {
    for (const studentId of [b.studentIds[0]!, crypto.randomUUID()]) {
      await expect(a.db.invoice.create({ data: invoice(studentId, a.north.id) })).rejects.toMatchObject({ code: 'not-found' })
      const raw = tenantTransaction(a, (sql) => sql(`INSERT INTO guardians ("studentId", full_name, relationship) VALUES ($1, 'x', 'aunt')`, [studentId]))
      await expect(raw).rejects.toMatchObject({ code: '23503', constraint: 'guardians_organizationId_studentId_fkey' })
    }
  })
  test.each([
    ['05 nested update', 'update', { where: { id: 'x' }, data: { student: { update: { firstName: 'Stolen' } } } }],
    ['06 nested create', 'update', { where: { id: 'x' }, data: { payments: { create: { organizationId: 'b' } } } }],
    ['07 nested connect', 'update', { where: { id: 'x' }, data: { payments: { connect: { id: 'b' } } } }],
    ['32 nested connect on create', 'create', { data: { student: { connect: { id: 'b' } } } }],
    ['33 createMany with a foreign organization', 'createMany', { data: [{ organizationId: 'b' }] }],
  ])('%s is refused', async (_, operation, args) => {
    await expect(loose(a.db).invoice![operation]!(args)).rejects.toThrow(refused)
  })
  test('35 nested updateMany through the organization is refused', async () => {
    await expect(loose(a.db).organization!.update!({ where: { id: a.organizationId }, data: { students: { updateMany: { where: {}, data: { firstName: 'x' } } } } })).rejects.toThrow(refused)
  })
  test('14 a deleted row cannot be edited', async () => {
    const removed = await a.db.student.create({ data: { studentNumber: 'gone-4', firstName: 'Gone', lastName: 'Gone', campusId: a.north.id } })
    await a.db.student.delete({ where: { id: removed.id } })
    await expect(a.db.student.update({ where: { id: removed.id }, data: { firstName: 'Zombie' } })).rejects.toMatchObject({ code: 'P2025' })
    expect((await a.db.student.updateMany({ where: { id: removed.id }, data: { firstName: 'Zombie' } })).count).toBe(0)
  })
  test('15 a row cannot move to another organization, be undeleted or stamped by a caller', async () => {
    for (const data of [{ organizationId: b.organizationId }, { deletedAt: null }, { createdById: b.people.admin.userId }, { updatedById: null }]) {
      await expect(loose(a.db).student!.update!({ where: { id: a.studentIds[0] }, data })).rejects.toThrow(refused)
    }
  })
  test('16 upsert is refused', async () => {
    await expect(loose(a.db).student!.upsert!({ where: { id: b.studentIds[0] }, create: {}, update: {} })).rejects.toThrow(refused)
  })
  test('23 deleteMany by an undefined id deletes nothing', async () => {
    await expect(loose(a.db).student!.deleteMany!({ where: { id: undefined } })).rejects.toThrow(/undefined/)
    expect(await a.db.student.count()).toBe(6)
  })
  test('24 the same business key and import hash live in both organizations', async () => {
    const row = { studentNumber: 'SAME-1', firstName: 'Same', lastName: 'Same', importHash: 'same-hash' }
    const made = await Promise.all([a.db.student.create({ data: { ...row, campusId: a.north.id } }), b.db.student.create({ data: { ...row, campusId: b.north.id } })])
    await expect(a.db.student.create({ data: { ...row, campusId: a.north.id } })).rejects.toMatchObject({ code: 'P2002' })
    await a.db.student.delete({ where: { id: made[0].id } })
    await b.db.student.delete({ where: { id: made[1].id } })
    const again = await a.db.student.create({ data: { ...row, campusId: a.north.id } })
    await a.db.student.delete({ where: { id: again.id } })
  })
  test('25 an update or delete of a foreign row answers as for a missing one', async () => {
    for (const id of [b.studentIds[0]!, crypto.randomUUID()]) {
      await expect(a.db.student.update({ where: { id }, data: { firstName: 'x' } })).rejects.toMatchObject({ code: 'P2025' })
      await expect(a.db.student.delete({ where: { id } })).rejects.toMatchObject({ code: 'P2025' })
    }
  })
  test('34 deleting takes the children along', async () => {
    const student = await a.db.student.create({ data: { studentNumber: 'kid', firstName: 'K', lastName: 'K', campusId: a.north.id } })
    await a.db.guardian.create({ data: { studentId: student.id, fullName: 'G', relationship: 'aunt' } })
    await a.db.student.delete({ where: { id: student.id } })
    expect(await a.db.guardian.count({ where: { studentId: student.id } })).toBe(0)
  })
})

describe('transactions, raw SQL and lazy promises', () => {
  test('17 a transaction is scoped, and rolls back whole', async () => {
    const run = a.db.$transaction(async (tx) => {
      expect(await tx.student.findMany({ where: { id: b.studentIds[0]! } })).toEqual([])
      await tx.student.update({ where: { id: a.studentIds[0]! }, data: { firstName: 'Changed' } })
      throw new Error('stop')
    })
    await expect(run).rejects.toThrow('stop')
    expect(await a.db.student.count({ where: { firstName: 'Changed' } })).toBe(0)
  })
  test('18 the raw client without a scope sees no row of any tenant', async () => {
    const { prisma } = database()
    expect(await prisma.student.findMany()).toEqual([])
    expect(await prisma.organization.findMany()).toEqual([])
    expect(await prisma.$transaction(async (tx) => tx.student.count())).toBe(0)
  })
  test('19 raw SQL is not to be had from a tenant, and a list of queries is no transaction', async () => {
    for (const name of ['$queryRaw', '$queryRawUnsafe', '$executeRaw', '$executeRawUnsafe', '$extends', '_engine']) {
      expect(() => (a.db as unknown as Record<string, unknown>)[name]).toThrow(refused)
    }
    expect(() => (a.db.$transaction as unknown as (list: unknown[]) => unknown)([])).toThrow(refused)
  })
  test('29 and 30 a query made in A runs as A, whoever awaits it and wherever', async () => {
    const lazy = a.db.student.findMany({ select: { organizationId: true } })
    const rows = await scopes.run({ organizationId: b.organizationId }, async () => lazy)
    expect(new Set(rows.map((row) => row.organizationId))).toEqual(new Set([a.organizationId]))
  })
  test('statements of our own reach one organization only, and rewriting the setting does not outlive them', async () => {
    const rows = await tenantSql<{ org: string }>(a.db, 'test-orgs', 'SELECT DISTINCT "organizationId" AS org FROM students')
    expect(rows.map((row) => row.org)).toEqual([a.organizationId])
    expect(await tenantTransaction(a, (sql) => sql('UPDATE students SET first_name = $1 WHERE id = $2 RETURNING id', ['Stolen', b.studentIds[0]]))).toEqual([])
    await expect(tenantTransaction(a, (sql) => sql('INSERT INTO campuses (name, code, "organizationId") VALUES ($1, $1, $2)', ['Fake', b.organizationId]))).rejects.toThrow(/row-level security/)
    const [after] = (await database().plainPool.query("SELECT current_setting('app.organization_id', true) AS org")).rows
    expect(after.org || null).toBeNull()
  })
  test('the app role owns nothing, bypasses nothing and cannot rewrite history', async () => {
    const { plainPool } = database()
    const [me] = (await plainPool.query('SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user')).rows
    expect(me).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false })
    for (const statement of ['UPDATE audit_events SET deed = $$x$$', 'DELETE FROM audit_events', 'TRUNCATE students', 'DELETE FROM students', 'ALTER TABLE students DISABLE ROW LEVEL SECURITY', 'DROP TABLE students']) {
      await expect(plainPool.query(statement), statement).rejects.toThrow(/permission denied|must be owner/)
    }
  })
})

describe('a reach inside the organization', () => {
  const narrow = (classIds: string[], campusIds: string[]) => forTenant({ organizationId: a.organizationId, actorId: null, reach: { kind: 'class', classIds, campusIds } })

  test('a campus sees its own people, classes and what hangs on them', async () => {
    const { db } = await a.as('director')
    expect(await db.campus.count()).toBe(1)
    expect(await db.student.count()).toBe(5)
    expect(await db.student.findUnique({ where: { id: a.otherStudentId } })).toBeNull()
    expect(await db.guardian.count()).toBe(5)
    expect((await db.organization.findFirstOrThrow({ include: { students: true, _count: true } })).students).toHaveLength(5)
  })
  test('a campus cannot write to another campus', async () => {
    const { db } = await a.as('director')
    await expect(db.student.update({ where: { id: a.otherStudentId }, data: { firstName: 'x' } })).rejects.toMatchObject({ code: 'P2025' })
    await expect(db.student.create({ data: { studentNumber: 'x', firstName: 'x', lastName: 'x', campusId: a.south.id } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(db.student.update({ where: { id: a.studentIds[0]! }, data: { campusId: a.south.id } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(db.message.create({ data: { subject: 'x', body: 'x', campusId: null } as never })).rejects.toThrow(refused)
  })
  test('a class sees its own students and no money', async () => {
    const db = narrow([a.classId], [a.north.id])
    expect(await db.student.count()).toBe(5)
    expect(await db.class.count()).toBe(1)
    expect(await db.invoice.count()).toBe(0)
    expect(await narrow([], [a.north.id]).student.count()).toBe(0)
  })
})

test('200 mixed requests of two organizations over a pool of three, a tenth thrown mid-transaction, stay apart', async () => {
  const { pool } = database()
  const max = pool.options.max
  pool.options.max = 3
  try {
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const school = i % 2 ? a : b
        if (i % 10 === 0) {
          const thrown = school.db.$transaction(async (tx) => {
            await tx.campus.updateMany({ data: { phone: `thrown-${i}` } })
            throw new Error('mid')
          }, { maxWait: 30_000, timeout: 30_000 })
          await expect(thrown).rejects.toThrow('mid')
          return true
        }
        if (i % 3 === 0) {
          const seen = await school.db.$transaction((tx) => tx.student.findMany({ select: { organizationId: true } }), { maxWait: 30_000, timeout: 30_000 })
          return seen.length > 0 && seen.every((row) => row.organizationId === school.organizationId)
        }
        const seen = i % 5 === 0 ? await tenantSql<{ organizationId: string }>(school.db, 'mixed', 'SELECT "organizationId" FROM students') : await school.db.student.findMany({ select: { organizationId: true } })
        return seen.length > 0 && seen.every((row) => row.organizationId === school.organizationId)
      }),
    )
    expect(outcomes.every(Boolean)).toBe(true)
    expect(await asOwner(async (owner) => (await owner.query("SELECT count(*)::int AS n FROM campuses WHERE phone LIKE 'thrown-%'")).rows[0].n)).toBe(0)
  } finally {
    pool.options.max = max
  }
}, 60_000)
