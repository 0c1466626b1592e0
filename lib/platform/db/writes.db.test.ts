import { beforeAll, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { gate } from './gate.server'
import { tenantTransaction } from './sql.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let other: School
beforeAll(async () => {
  ;[school, other] = [await aSchool(), await aSchool()]
})

const missing = { code: 'not-found' }
const guardian = (studentId: string) => ({ studentId, fullName: 'G', relationship: 'aunt' }) as const
const student = (campusId: string) => ({ studentNumber: crypto.randomUUID(), firstName: 'A', lastName: 'B', campusId })

describe('what a write hangs on must be there for the one who writes', () => {
  test('not beyond a reach', async () => {
    const [director, assistant] = [await school.as('director'), await school.as('assistant')]
    for (const { db } of [director, assistant]) {
      await expect(db.guardian.create({ data: guardian(school.otherStudentId) })).rejects.toMatchObject(missing)
      await expect(db.guardian.createMany({ data: [guardian(school.studentIds[0]!), guardian(school.otherStudentId)] })).rejects.toMatchObject(missing)
      await expect(db.guardian.updateMany({ data: { studentId: school.otherStudentId } })).rejects.toMatchObject(missing)
      await expect(db.$transaction((tx) => tx.guardian.create({ data: guardian(school.otherStudentId) }))).rejects.toMatchObject(missing)
    }
    await expect(director.db.classEnrollment.create({ data: { studentId: school.studentIds[0]!, classId: school.otherClassId, enrolledOn: new Date() } })).rejects.toMatchObject(missing)
    expect(await director.db.guardian.create({ data: guardian(school.studentIds[0]!), select: { studentId: true } })).toEqual({ studentId: school.studentIds[0] })
  })

  test('not on what was deleted', async () => {
    const { id } = await school.db.student.create({ data: student(school.north.id) })
    await school.db.student.delete({ where: { id } })
    await expect(school.db.guardian.create({ data: guardian(id) })).rejects.toMatchObject(missing)
  })

  test('what is made in a transaction is there for the rest of it', async () => {
    const made = await school.db.$transaction(async (tx) => {
      const { id } = await tx.student.create({ data: student(school.north.id) })
      return tx.guardian.create({ data: guardian(id) })
    })
    expect(await school.db.guardian.count({ where: { id: made.id } })).toBe(1)
  })
})

test('nobody takes a role of another organization or of the platform, nor gives it a permission', async () => {
  const { id: support } = await gate().role.findFirstOrThrow({ where: { key: 'platform_support' }, select: { id: true } })
  const { id: permission } = await school.db.permission.findFirstOrThrow({ where: { name: 'VOID_INVOICES' }, select: { id: true } })
  const me = school.people.teacher.userId
  for (const roleId of [support, other.roles.assistant]) {
    await expect(school.db.user.update({ where: { id: me }, data: { roleId } })).rejects.toMatchObject(missing)
    await expect(tenantTransaction(school, (sql) => sql('UPDATE users SET "app_roleId" = $1 WHERE id = $2', [roleId, me]))).rejects.toMatchObject({ code: '23503' })
    await expect(tenantTransaction(school, (sql) => sql('INSERT INTO "rolesPermissionsPermissions" ("roles_permissionsId", "permissionId", "organizationId") VALUES ($1, $2, $3)', [roleId, permission, school.organizationId]))).rejects.toMatchObject({ code: '23503' })
  }
  const stranger = other.people.teacher.userId
  await expect(tenantTransaction(school, (sql) => sql('INSERT INTO "usersCustom_permissionsPermissions" ("users_custom_permissionsId", "permissionId", "organizationId") VALUES ($1, $2, $3)', [stranger, permission, school.organizationId]))).rejects.toMatchObject({ code: '23503' })
  await expect(tenantTransaction(school, (sql) => sql(`INSERT INTO one_time_tokens ("userId", purpose, token_hash, expires_at, "organizationId") VALUES ($1, 'reset_password', 'x', now(), $2)`, [stranger, school.organizationId]))).rejects.toMatchObject({ code: '23503' })
})

describe('a transaction in which a statement failed', () => {
  const kept = 'Kept although it was lost'
  const lost = /rolled back/

  test('is not reported as done when its error was caught', async () => {
    const prisma = school.db.$transaction(async (tx) => {
      await tx.campus.update({ where: { id: school.north.id }, data: { phone: kept } })
      await tx.campus.create({ data: { name: 'Twin', code: school.south.code } }).catch(() => null)
      return 'done'
    })
    await expect(prisma).rejects.toThrow(lost)
    const sql = tenantTransaction(school, async (run) => {
      await run('UPDATE campuses SET phone = $1', [kept])
      await run('SELECT 1 / 0').catch(() => null)
      return 'done'
    })
    await expect(sql).rejects.toThrow(lost)
    expect(await school.db.campus.count({ where: { phone: kept } })).toBe(0)
  })

  test('leaves nothing and holds no connection when it takes too long', async () => {
    const slow = school.db.$transaction(async (tx) => {
      await tx.campus.updateMany({ data: { phone: 'slow' } })
      await new Promise((resolve) => setTimeout(resolve, 500))
      return tx.campus.count()
    }, { timeout: 200 })
    await expect(slow).rejects.toMatchObject({ code: 'P2028' })
    expect(await school.db.campus.count({ where: { phone: 'slow' } })).toBe(0)
  })

  test('is over for whoever kept it, also inside of another organization’s', async () => {
    const escaped = await school.db.$transaction(async (tx) => ({ tx }))
    await expect(other.db.$transaction(async () => escaped.tx.campus.count())).rejects.toMatchObject({ code: 'P2028' })
  })
})

describe('the trash', () => {
  test('shows removed rows within reach and brings them back with what went along, and only those', async () => {
    const [director, admin] = [await school.as('director'), await school.as('admin')]
    const { id } = await school.db.student.create({ data: student(school.south.id) })
    const kept = await school.db.guardian.create({ data: guardian(id), select: { id: true } })
    const gone = await school.db.guardian.create({ data: guardian(id), select: { id: true } })
    await school.db.guardian.delete({ where: { id: gone.id } })
    await school.db.student.delete({ where: { id } })

    expect(await admin.db.student.findRemoved({ where: { id }, select: { id: true } })).toEqual([{ id }])
    expect(await director.db.student.findRemoved({ where: { id } })).toEqual([])
    expect(await director.db.student.restore({ where: { id } })).toEqual({ count: 0 })
    expect(await (await other.as('admin')).db.student.restore({ where: { id } })).toEqual({ count: 0 })
    expect(await admin.db.student.restore({ where: { id } })).toEqual({ count: 1 })
    expect(await admin.db.student.restore({ where: { id } })).toEqual({ count: 0 })
    expect(await admin.db.guardian.findMany({ where: { studentId: id }, select: { id: true } })).toEqual([kept])
    expect(await admin.db.student.findRemoved({ where: { id } })).toEqual([])
  })
})
