import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { recordOfPerson, recordOfSession } from '@/lib/platform/context-record.server'
import { noteDenied } from '@/lib/platform/denied.server'
import { Refusal } from '@/lib/platform/errors'
import { parseInput } from '@/lib/platform/input'
import { seenInput } from '@/lib/platform/catalog'
import { z } from 'zod'
import { aSchool, ctxOf, testPassword } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { accountInput } from './account'
import { acceptInput } from './credential'
import { updateAccount } from './account.server'
import { acceptInvitation } from './credential.server'
import { inviteUsers } from './invite.server'
import { mailErrand } from './mail-delivery.server'
import { tokenOfMail } from './mail-words.server'
import { publishInput, roleInput } from './role-change'
import { copyRole, getRole, publishRoles, retireRole } from './role-edit.server'
import { signIn, type SignedIn } from './sign-in.server'
import { inviteInput, userInput } from './user'
import { disableUser, enableUser, endUserSessions, resendInvitation, revokeInvitation, sendReset, updateUser } from './user-deeds.server'
import { getUser } from './user.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let admin: Ctx
beforeAll(async () => {
  school = await aSchool()
})
beforeEach(async () => {
  admin = await school.as('admin')
})

const caller = { userAgent: 'test', ipAddress: null, device: undefined }
const seenOf = async (id: string) => ({ id, seen: (await getUser(admin, id)).seen })
const fresh = () => `out.${crypto.randomUUID()}@example.org`
const nobody = { campusIds: [] as string[], permissions: [] as never[], staffId: null }

/** Somebody who looks after the accounts of one campus, and of nothing else. */
async function aClerk(): Promise<Ctx> {
  const { id: roleId } = await copyRole(admin, { id: school.roles.campus_director, name: `Clerk ${crypto.randomUUID().slice(0, 8)}` })
  const { seen } = await getRole(admin, roleId)
  await publishRoles(admin, { changes: [{ roleId, seen, grant: ['READ_USERS', 'CREATE_USERS', 'UPDATE_USERS', 'READ_ROLES', 'CREATE_ROLES', 'UPDATE_ROLES', 'DELETE_ROLES'], revoke: [] }], reason: 'A clerk for accounts' })
  const { userId } = school.people.director
  await updateUser(admin, { ...(await seenOf(userId)), ...nobody, campusIds: [school.north.id], roleId })
  return ctxOf(userId, school.organizationId)
}

describe('what a request says more than it is asked', () => {
  const extra = { id: crypto.randomUUID(), organizationId: crypto.randomUUID(), password: 'x', email: 'evil@example.org', disabled: false, emailVerified: true, globalAccess: true, permissionsVersion: 0, key: 'platform_support', reach: 'organization' }
  test.each([
    ['an account', z.intersection(accountInput, seenInput), { firstName: 'A', lastName: 'B', locale: 'en', seen: new Date().toISOString() }],
    ['a role', roleInput, { name: 'A role', description: '', requiresSecondFactor: false }],
    ['accesses', userInput, { roleId: crypto.randomUUID(), campusIds: [], permissions: [], staffId: '' }],
    ['an invitation', inviteInput, { people: [{ email: 'a@b.example', firstName: '', lastName: '', roleId: crypto.randomUUID(), disabled: false }], roleId: crypto.randomUUID(), campusIds: [] }],
    ['a matrix', publishInput, { changes: [{ roleId: crypto.randomUUID(), seen: new Date().toISOString(), grant: [], revoke: [], globalAccess: true }], reason: 'Because' }],
    ['an acceptance', acceptInput, { token: 'x'.repeat(43), password: testPassword, again: testPassword, firstName: 'A', lastName: 'B', roleId: crypto.randomUUID() }],
  ] as const)('of %s goes nowhere', (_, schema, given) => {
    const said = JSON.stringify(parseInput(schema as z.ZodType, { ...extra, ...given }))
    for (const name of ['organizationId', 'emailVerified', 'disabled', 'globalAccess', 'permissionsVersion', 'platform_support', 'evil']) expect(said).not.toContain(name)
  })

  test('one’s own account takes neither a role nor a password from it', async () => {
    const { userId } = school.people.assistant
    const ctx = await school.as('assistant')
    const before = await recordOfPerson(userId, school.organizationId)
    const input = parseInput(z.intersection(accountInput, seenInput), { ...extra, firstName: 'Asa', lastName: 'Own', locale: 'en', id: userId, seen: (await getUser(admin, userId)).seen, roleId: school.roles.organization_administrator })
    await updateAccount(ctx, input as never)
    expect((await recordOfPerson(userId, school.organizationId))?.role).toEqual(before?.role)
    expect(await signIn({ email: school.people.assistant.email, password: testPassword }, caller)).toMatchObject({ userId })
  })
})

describe('a clerk of one campus', () => {
  test('gives no campus beyond the own ones, to nobody, not even by an invitation', async () => {
    const clerk = await aClerk()
    const roleId = clerk.role.id
    await expect(updateUser(clerk, { ...(await seenOf(clerk.user.id)), ...nobody, roleId, campusIds: [school.north.id, school.south.id] })).rejects.toBeTruthy()
    await inviteUsers(clerk, { people: [{ email: fresh(), firstName: null, lastName: null }], roleId, campusIds: [school.south.id] }).catch(() => undefined)
    expect((await recordOfPerson(clerk.user.id, school.organizationId))?.campuses.map(({ id }) => id)).toEqual([school.north.id])
    expect(await school.db.userCampus.count({ where: { campusId: school.south.id, user: { roleId } } })).toBe(0)
  })

  test('hands on nothing by a copy, and retires no role that gives more than the own', async () => {
    const clerk = await aClerk()
    const { id } = await copyRole(admin, { id: school.roles.finance, name: `More ${crypto.randomUUID().slice(0, 8)}` })
    await expect(copyRole(clerk, { id, name: 'Mine' })).rejects.toMatchObject({ message: 'users.refusals.notHeld' })
    await expect(retireRole(clerk, { id, seen: (await getRole(admin, id)).seen, to: clerk.role.id })).rejects.toMatchObject({ message: 'roles.refusals.aboveRetire' })
    expect(await retireRole(admin, { id, seen: (await getRole(admin, id)).seen, to: null })).toEqual({ moved: 0 })
  })
})

test('an invitation that was taken up is neither sent again nor taken back, and of another organization none is', async () => {
  const { userId } = school.people.registrar
  const asked = await seenOf(userId)
  for (const deed of [resendInvitation, revokeInvitation]) await expect(deed(admin, asked)).rejects.toMatchObject({ code: 'conflict' })
  const stranger = await (await aSchool()).as('admin')
  for (const deed of [resendInvitation, revokeInvitation, enableUser, endUserSessions, sendReset]) await expect(deed(stranger, asked)).rejects.toMatchObject({ code: 'not-found' })
})

test.each(['accept', 'revoke'] as const)('taken up and taken back at the same moment, whoever comes first has it: %s', async (first) => {
  const email = fresh()
  await inviteUsers(admin, { people: [{ email, firstName: null, lastName: null }], roleId: school.roles.teacher, campusIds: [] })
  const { id: mailId, userId } = await school.db.mail.findFirstOrThrow({ where: { recipient: email }, select: { id: true, userId: true } })
  await mailErrand.errand({ mailId })
  const [id, token] = [userId!, tokenOfMail(mailId)]
  const asked = await seenOf(id)
  const deeds = { accept: () => acceptInvitation({ token, password: testPassword, firstName: null, lastName: null }), revoke: () => revokeInvitation(admin, asked) }
  const [one, two] = first === 'accept' ? [deeds.accept, deeds.revoke] : [deeds.revoke, deeds.accept]
  const results = await asOwner(async (owner) => {
    const waiters = `SELECT DISTINCT w.pid FROM pg_locks w JOIN pg_locks here USING (pid) WHERE NOT w.granted AND here.relation = 'users'::regclass AND here.database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    const waiting = (count: number) => vi.waitUntil(async () => (await owner.query(waiters)).rowCount === count, { timeout: 5_000, interval: 20 })
    await owner.query('BEGIN')
    await owner.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [id])
    const under = [one()]
    await waiting(1)
    under.push(two())
    await waiting(2)
    await owner.query('COMMIT')
    return Promise.allSettled(under)
  })
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(await signIn({ email, password: testPassword }, caller)).toMatchObject(first === 'accept' ? { userId: id } : { refused: 'wrong' })
})

test('whoever signs in and changes the own name again and again keeps no administrator from the account', async () => {
  const { userId, email } = school.people.director
  const asked = await seenOf(userId)
  const { familyId } = (await signIn({ email, password: testPassword }, caller)) as SignedIn
  const { seen, lastSignInAt } = await getUser(admin, userId)
  expect([seen, lastSignInAt === null]).toEqual([asked.seen, false])
  await updateAccount(await school.as('director'), { ...asked, firstName: 'Other', lastName: null, locale: 'en' })
  await expect(sendReset(admin, asked)).rejects.toMatchObject({ code: 'conflict' })
  await endUserSessions(admin, asked)
  expect(await recordOfSession(familyId)).toBeNull()
  await disableUser(admin, asked)
  expect((await getUser(admin, userId)).status).toBe('disabled')
  await enableUser(admin, await seenOf(userId))
})

test('a staff record is one account’s: whoever comes second is told', async () => {
  const { userId } = school.people.assistant
  const taken = { ...nobody, roleId: school.roles.assistant, staffId: school.people.registrar.staffId }
  await expect(updateUser(admin, { ...(await seenOf(userId)), ...taken })).rejects.toMatchObject({ message: 'users.refusals.staffTaken', fields: { staffId: { key: 'users.refusals.staffTaken' } } })
  expect((await getUser(admin, userId)).staff?.id).toBe(school.people.assistant.staffId)
})

test('what somebody tried and may not is an event, without what they sent; what is only looked for is none', async () => {
  const finance = await school.as('finance')
  const refused = () => school.db.auditEvent.findMany({ where: { deed: 'refused', actorId: finance.user.id }, select: { entity: true, after: true } })
  for (const [door, code] of [['UPDATE_USERS', 'forbidden'], ['READ_USERS', 'forbidden'], ['UPDATE_ROLES', 'invalid']] as const) await noteDenied(finance, door, new Refusal(code, 'errors.refusals.forbidden', { params: { sent: 'a secret' } }))
  expect(await refused()).toEqual([{ entity: 'users', after: { door: 'UPDATE_USERS' } }])
})

test('whoever is signed in while the role is retired holds the next one’s rights at the next click, and nobody is invited into it any more', async () => {
  const { id: roleId } = await copyRole(admin, { id: school.roles.teacher, name: `Passing ${crypto.randomUUID().slice(0, 8)}` })
  const { userId, email } = school.people.teacher
  await updateUser(admin, { ...(await seenOf(userId)), ...nobody, campusIds: [school.north.id], roleId })
  const { familyId } = (await signIn({ email, password: testPassword }, caller)) as SignedIn
  const address = fresh()
  const [retired] = await Promise.allSettled([
    retireRole(admin, { id: roleId, seen: (await getRole(admin, roleId)).seen, to: school.roles.assistant }),
    inviteUsers(admin, { people: [{ email: address, firstName: null, lastName: null }], roleId, campusIds: [] }),
  ])
  expect(retired.status).toBe('fulfilled')
  expect((await recordOfSession(familyId))?.role.key).toBe('assistant')
  const invited = await school.db.user.findFirst({ where: { email: address }, select: { role: { select: { key: true } } } })
  if (invited) expect(invited.role?.key).toBe('assistant')
  await expect(inviteUsers(admin, { people: [{ email: fresh(), firstName: null, lastName: null }], roleId, campusIds: [] })).rejects.toMatchObject({ code: 'invalid' })
})

test('an address is one however it is spelled, and none that only looks like another is taken', async () => {
  const email = fresh()
  const people = (address: string) => ({ people: [{ email: address, firstName: null, lastName: null }], roleId: school.roles.teacher, campusIds: [] })
  expect(await inviteUsers(admin, people(email))).toEqual({ invited: 1, known: 0 })
  expect(await inviteUsers(admin, people(email.toUpperCase()))).toEqual({ invited: 0, known: 1 })
  for (const alike of ['аdmin@cedar.example', 'ａdmin@cedar.example', 'admin@cedаr.example', 'adm\u200Bin@cedar.example', 'a@b.example\r\nBcc: evil@example.org']) {
    expect(inviteInput.safeParse(people(alike)).success, alike).toBe(false)
  }
})
