import { beforeAll, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { TenantDb } from './tenant.server'

let school: Awaited<ReturnType<typeof aSchool>>
type Delegate = Record<string, (args?: unknown) => Promise<unknown>>
let user: Delegate
let student: Delegate
let db: Record<string, Delegate>

beforeAll(async () => {
  school = await aSchool()
  db = school.db as unknown as typeof db
  user = db.user!
  student = db.student!
})

const refused = /tenant's fence refuses/
const json = (text: string) => JSON.parse(text) as unknown

describe('what a query names shows as much as what it selects', () => {
  test.each<[string, string, unknown]>([
    ['a group by a secret', 'groupBy', { by: ['password'] }],
    ['one in a single word', 'groupBy', { by: 'password' }],
    ['a group held against a secret', 'groupBy', { by: ['id'], having: { password: { startsWith: '$argon2' } } }],
    ['the greatest secret', 'aggregate', { _max: { password: true } }],
    ['how many have one', 'aggregate', { _count: { password: true } }],
    ['a count by column', 'count', { select: { password: true } }],
    ['rows in the order of a secret', 'findMany', { orderBy: { password: 'asc' } }],
    ['one order of several', 'findMany', { orderBy: [{ id: 'asc' }, { password: { sort: 'asc', nulls: 'last' } }] }],
    ['one row for each secret', 'findMany', { distinct: ['password'] }],
    ['nothing left out', 'findMany', { omit: json('{"password":false}') }],
    ['a filter inside of AND, OR and NOT', 'findMany', { where: { OR: [{ AND: { NOT: [{ password: null }] } }] } }],
    ['a filter that JSON hides in a prototype', 'findMany', { where: json('{"__proto__":{"password":{"startsWith":""}}}') }],
    ['one deeper in', 'findMany', { where: { AND: [json('{"__proto__":{"password":{"startsWith":""}}}')] } }],
  ])('%s is refused', async (_, operation, args) => {
    await expect(user[operation]!(args)).rejects.toThrow(refused)
  })

  test('so it is through relations, and by comparison of two columns', async () => {
    await expect(db.staff!.findMany!({ orderBy: { user: { password: 'asc' } } })).rejects.toThrow(refused)
    await expect(db.role!.findMany!({ select: { users: { orderBy: { password: 'asc' } } } })).rejects.toThrow(refused)
    await expect(db.role!.findMany!({ include: { users: { distinct: ['password'] } } })).rejects.toThrow(refused)
    await expect(db.staff!.findMany!({ where: { user: { isNot: { password: null } } } })).rejects.toThrow(refused)
    await expect(user.findMany!({ where: { email: { lt: school.db.user.fields.password } } })).rejects.toThrow(refused)
    await expect(user.findMany!({ where: { email: { not: { gt: school.db.user.fields.password } } } })).rejects.toThrow(refused)
  })

  test('every answer of a write leaves it out', async () => {
    const made = await school.db.user.createManyAndReturn({ data: [{ email: `a.${crypto.randomUUID()}@example.org` }] })
    const changed = await school.db.user.updateManyAndReturn({ where: { id: made[0]!.id }, data: { locale: 'es' } })
    const gone = await school.db.user.delete({ where: { id: made[0]!.id } })
    for (const row of [made[0], changed[0], gone]) expect(Object.keys(row!)).not.toContain('password')
    await expect(user.createManyAndReturn!({ data: [{ email: 'x@example.org' }], select: { password: true } })).rejects.toThrow(refused)
  })

  test('groups and aggregates of what is no secret work', async () => {
    const groups = await school.db.user.groupBy({ by: ['roleId'], having: { roleId: { not: null } }, _count: { _all: true }, orderBy: { roleId: 'asc' } })
    expect(groups).toHaveLength(6)
    expect((await school.db.user.aggregate({ _count: true, _max: { email: true } }))._count).toBe(6)
    expect(await school.db.staff.findMany({ orderBy: [{ user: { email: 'asc' } }, { id: 'asc' }], select: { id: true } })).toHaveLength(6)
  })
})

describe('a look-up of one row wants its key', () => {
  test.each([{}, undefined, { id: { not: '' } }, { id: undefined }, { lastName: { contains: '' } }, { OR: [{}] }, { organizationId_id: { id: { not: '' } } }])('%j finds nobody', async (where) => {
    await expect((async () => student.findUnique!({ where }))()).rejects.toThrow(refused)
    await expect((async () => student.findUniqueOrThrow!({ where }))()).rejects.toThrow(refused)
  })

  test('a key of several columns is one', async () => {
    const [id] = school.studentIds
    expect(await school.db.student.findUnique({ where: { organizationId_id: { organizationId: school.organizationId, id: id! } }, select: { id: true } })).toEqual({ id })
    expect(await school.db.student.findUnique({ where: { id: id!, status: 'withdrawn' } })).toBeNull()
  })
})

test('a client shows models and transactions and nothing else of Prisma', () => {
  const client = school.db as unknown as TenantDb & Record<string, unknown>
  for (const name of ['constructor', 'authRefreshToken', 'oneTimeToken', 'rateLimit', 'then', 'toString']) expect(client[name], name).toBeUndefined()
})
