import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { recordOfPerson, recordOfSession } from '@/lib/platform/context-record.server'
import { gate } from '@/lib/platform/db/gate.server'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { endSessionsOf } from '@/lib/platform/session/refresh.server'
import { aSchool, ctxOf, testPassword } from '@/prisma/seed/a-school'
import { acceptInvitation, openLink, resetPassword } from './credential.server'
import { explain } from './explain.server'
import { inviteUsers, previewInvites } from './invite.server'
import { mailErrand } from './mail-delivery.server'
import { tokenOfMail } from './mail-words.server'
import { copyRole, getRole, listRoles, publishRoles, retireRole, updateRole } from './role-edit.server'
import { signIn, type SignedIn } from './sign-in.server'
import { inviteInput, pastedInput, recipientsOf, userList } from './user'
import { disableUser, dropFactor, enableUser, endUserSessions, resendInvitation, revokeInvitation, sendReset, updateUser } from './user-deeds.server'
import { getUser, listUsers } from './user.server'

let school: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
beforeAll(async () => {
  school = await aSchool()
})
beforeEach(async () => {
  admin = await school.as('admin')
})

const caller = { userAgent: 'test', ipAddress: null, device: undefined }
const seenOf = async (id: string) => ({ id, seen: (await getUser(admin, id)).seen })
const fresh = () => `new.${crypto.randomUUID()}@example.org`
const lastMail = async (userId: string) => (await school.db.mail.findFirstOrThrow({ where: { userId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { id: true } })).id
const invite = async (email = fresh()) => {
  await inviteUsers(admin, { people: [{ email, firstName: 'New', lastName: null }], roleId: school.roles.teacher, campusIds: [school.north.id] })
  const { id } = await school.db.user.findFirstOrThrow({ where: { email }, select: { id: true } })
  return { id, email }
}
const deliver = async (userId: string) => {
  const mailId = await lastMail(userId)
  await mailErrand.errand({ mailId })
  return tokenOfMail(mailId)
}

describe('invitations', () => {
  test('a pasted list is read line by line, as people write them', () => {
    expect(recipientsOf('Ada Lovelace <ada@x.example>\nbob@x.example\nBoole, George, g@x.example\nADA@x.example\nnobody\n\na@x.example, b@x.example')).toEqual([
      { email: 'ada@x.example', firstName: 'Ada', lastName: 'Lovelace', problem: null }, { email: 'bob@x.example', firstName: null, lastName: null, problem: null },
      { email: 'g@x.example', firstName: 'Boole', lastName: 'George', problem: null }, expect.objectContaining({ email: 'ADA@x.example', problem: 'twice' }), expect.objectContaining({ problem: 'address' }),
      expect.objectContaining({ email: 'a@x.example' }), expect.objectContaining({ email: 'b@x.example' }),
    ])
  })

  test('none of its lines is lost: marks that nobody sees, endless words, more people than fit in one go', async () => {
    const [rtl, plus, long, odd] = recipientsOf(`\u200fדנה לוי <\u200edana@x.example>\u202c\nmailto+list@x.example\n${'x'.repeat(300)} y <l@x.example>\nana@escuelañ.example`)
    expect([rtl, plus]).toMatchObject([{ email: 'dana@x.example', firstName: 'דנה', lastName: 'לוי', problem: null }, { email: 'mailto+list@x.example', problem: null }])
    expect([long?.firstName?.length, long?.problem, odd?.problem]).toEqual([100, null, 'address'])
    const began = performance.now()
    expect(recipientsOf('x'.repeat(50_000))).toMatchObject([{ problem: 'address' }])
    expect(performance.now() - began).toBeLessThan(500)
    const text = Array.from({ length: 500 }, (_, n) => (n === 3 ? school.people.teacher.email : `p${n}@x.example`)).join('\n')
    const people = await previewInvites(admin, { text })
    expect(people).toHaveLength(500)
    expect(inviteInput.shape.people.safeParse(people.filter(({ problem }) => problem === null)).success).toBe(true)
    expect(people.filter(({ problem }) => problem === 'later').map(({ email }) => email)).toEqual(Array.from({ length: 399 }, (_, n) => `p${n + 101}@x.example`))
    expect(pastedInput.safeParse({ text: 'a@x.example\n'.repeat(1_001) }).error?.issues).toMatchObject([{ path: ['text'], message: 'users.problems.tooLong' }])
  })

  test('one is invited, chooses a password by the link, and the link opens once', async () => {
    const { id, email } = await invite()
    expect((await listUsers(admin, parseList(userList, { q: email, status: 'invited' }))).rows).toMatchObject([{ id, status: 'invited' }])
    const token = await deliver(id)
    expect(await openLink(token, 'invite')).toMatchObject({ user_email: email })
    expect(await openLink(token, 'reset_password')).toBeNull()
    await acceptInvitation({ token, password: testPassword, firstName: 'Nia', lastName: 'New' })
    expect(await signIn({ email, password: testPassword }, caller)).toMatchObject({ userId: id })
    await expect(acceptInvitation({ token, password: testPassword, firstName: null, lastName: null })).rejects.toMatchObject({ code: 'not-found' })
    expect((await listHistory(admin, 'users', id)).map(({ deed }) => deed)).toEqual(expect.arrayContaining(['invite-user', 'accept-invitation']))
  })

  test('two who open a link at once: one chooses', async () => {
    const { id } = await invite()
    const token = await deliver(id)
    const both = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation({ token, password: testPassword, firstName: null, lastName: null })))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a newer link puts the older out of use, and a revoked invitation opens nothing', async () => {
    const { id } = await invite()
    const first = await deliver(id)
    await resendInvitation(admin, await seenOf(id))
    const second = await deliver(id)
    expect(await openLink(first, 'invite')).toBeNull()
    expect(await openLink(second, 'invite')).not.toBeNull()
    await revokeInvitation(admin, await seenOf(id))
    expect(await openLink(second, 'invite')).toBeNull()
  })

  test('whoever has an account here gets no second one, and of another organization nothing is told', async () => {
    const other = await aSchool()
    const people = await previewInvites(admin, { text: `${school.people.teacher.email.toUpperCase()}\n${other.people.teacher.email}` })
    expect(people.map(({ problem }) => problem)).toEqual(['known', null])
    const email = fresh()
    const twice = await Promise.all([1, 2].map(() => inviteUsers(admin, { people: [{ email, firstName: null, lastName: null }], roleId: school.roles.teacher, campusIds: [] })))
    expect(twice.map(({ invited }) => invited).sort()).toEqual([0, 1])
    expect(await school.db.mail.count({ where: { recipient: email } })).toBe(1)
  })
})

test('the list is narrowed by role, campus, status, last seen and second factor', async () => {
  const { userId, email } = school.people.director
  const shown = async (filter: Record<string, string>) => (await listUsers(admin, parseList(userList, { q: email, ...filter }))).rows.map(({ id }) => id)
  await gate().user.updateMany({ where: { id: userId }, data: { lastSeenAt: new Date(Date.now() - 30 * 86_400_000) } })
  const { north, south, roles: { campus_director, teacher } } = school
  for (const filter of [{ role: campus_director }, { campus: north.id }, { status: 'active' }, { seen: 'longer' }, { factor: 'off' }]) expect(await shown(filter as never), JSON.stringify(filter)).toEqual([userId])
  for (const filter of [{ role: teacher }, { campus: south.id }, { status: 'disabled' }, { seen: 'week' }, { factor: 'on' }]) expect(await shown(filter as never), JSON.stringify(filter)).toEqual([])
})

test('a reset link works once and within its time, ends every session, and is superseded', async () => {
  const { id, email } = await invite()
  await acceptInvitation({ token: await deliver(id), password: testPassword, firstName: null, lastName: null })
  const { familyId } = (await signIn({ email, password: testPassword }, caller)) as SignedIn
  const ask = async () => {
    const { id: mailId } = await school.db.mail.create({ data: { template: 'reset', recipient: email, userId: id }, select: { id: true } })
    await mailErrand.errand({ mailId })
    return tokenOfMail(mailId)
  }
  const [first, second] = [await ask(), await ask()]
  await expect(resetPassword({ token: first, password: 'another sentence' })).rejects.toMatchObject({ code: 'not-found' })
  await resetPassword({ token: second, password: 'another sentence' })
  expect(await recordOfSession(familyId)).toBeNull()
  expect(await signIn({ email, password: testPassword }, caller)).toEqual({ refused: 'wrong' })
  const late = await ask()
  await gate().oneTimeToken.updateMany({ where: { userId: id, usedAt: null }, data: { expiresAt: new Date(Date.now() - 1_000) } })
  expect(await openLink(late, 'reset_password')).toBeNull()
})

describe('an administrator', () => {
  test('changes role, campuses, direct permissions and staff record, and it holds at the next request', async () => {
    const { userId, staffId } = school.people.finance
    const { seen } = await getUser(admin, userId)
    await updateUser(admin, { id: userId, seen, roleId: school.roles.assistant, campusIds: [school.south.id], permissions: ['READ_INVOICES'], staffId: null })
    const record = await recordOfPerson(userId, school.organizationId)
    expect(record?.role.key).toBe('assistant')
    expect(record?.campuses.map(({ id }) => id)).toEqual([school.south.id])
    expect(record?.permissions).toContain('READ_INVOICES')
    await expect(updateUser(admin, { id: userId, seen, roleId: school.roles.finance, campusIds: [], permissions: [], staffId: null })).rejects.toMatchObject({ code: 'conflict' })
    await updateUser(admin, { ...(await seenOf(userId)), roleId: school.roles.finance, campusIds: [school.north.id], permissions: [], staffId })
    expect((await listHistory(admin, 'users', userId))[0]).toMatchObject({ deed: 'update-user', before: { role: 'Assistant' }, after: { role: 'Finance' } })
  })

  test('disables and enables, and signs out; nobody does it to the own account or across organizations', async () => {
    const { userId, email } = school.people.assistant
    const { familyId } = (await signIn({ email, password: testPassword }, caller)) as SignedIn
    await disableUser(admin, await seenOf(userId))
    expect(await recordOfSession(familyId)).toBeNull()
    expect(await signIn({ email, password: testPassword }, caller)).toEqual({ refused: 'wrong' })
    await enableUser(admin, await seenOf(userId))
    const again = (await signIn({ email, password: testPassword }, caller)) as SignedIn
    await endUserSessions(admin, await seenOf(userId))
    expect(await recordOfSession(again.familyId)).toBeNull()
    await expect(disableUser(admin, await seenOf(admin.user.id))).rejects.toMatchObject({ message: 'users.refusals.self' })
    const stranger = await (await aSchool()).as('admin')
    await expect(disableUser(stranger, await seenOf(userId))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('sends a link to a new password and takes a lost second factor off, never from the own account nor from who is not there yet', async () => {
    const { userId } = school.people.teacher
    const mails = () => school.db.mail.count({ where: { userId, template: 'reset' } })
    const before = await mails()
    await sendReset(admin, await seenOf(userId))
    expect(await mails()).toBe(before + 1)
    const { id } = await invite()
    await expect(sendReset(admin, await seenOf(id))).rejects.toMatchObject({ code: 'conflict' })
    await expect(sendReset(admin, await seenOf(admin.user.id))).rejects.toMatchObject({ message: 'users.refusals.self' })
    await expect(dropFactor(admin, await seenOf(userId))).rejects.toMatchObject({ code: 'conflict' })
    await gate().secondFactor.create({ data: { userId, organizationId: school.organizationId, secret: 'sealed', confirmedAt: new Date() }, select: { userId: true } })
    const stranger = await (await aSchool()).as('admin')
    await expect(dropFactor(stranger, await seenOf(userId))).rejects.toMatchObject({ code: 'not-found' })
    await dropFactor(admin, await seenOf(userId))
    expect((await getUser(admin, userId)).factorSince).toBeNull()
    expect((await listHistory(admin, 'users', userId)).map(({ deed }) => deed)).toEqual(expect.arrayContaining(['send-reset', 'drop-factor']))
  })

  test('hands on nothing that is not held, acts on nobody above, and cannot give the platform’s role', async () => {
    const { id: roleId } = await copyRole(admin, { id: school.roles.registrar, name: `Clerk ${crypto.randomUUID().slice(0, 6)}` })
    const { seen } = await getRole(admin, roleId)
    await publishRoles(admin, { changes: [{ roleId, seen, grant: ['READ_USERS', 'CREATE_USERS', 'UPDATE_USERS', 'READ_ROLES', 'UPDATE_ROLES'], revoke: [] }], reason: 'A clerk for accounts' })
    const { userId } = school.people.registrar
    await updateUser(admin, { ...(await seenOf(userId)), roleId, campusIds: [], permissions: [], staffId: null })
    const clerk = await ctxOf(userId, school.organizationId)
    const teacher = await seenOf(school.people.teacher.userId)
    const change = { campusIds: [], permissions: [], staffId: null }
    await expect(updateUser(clerk, { ...teacher, ...change, roleId: school.roles.organization_administrator })).rejects.toMatchObject({ message: 'users.refusals.above' })
    await expect(updateUser(clerk, { ...(await seenOf(userId)), ...change, roleId: school.roles.organization_administrator })).rejects.toMatchObject({ message: 'users.refusals.notHeld' })
    await expect(updateUser(clerk, { ...(await seenOf(userId)), ...change, roleId, permissions: ['RECORD_PAYMENTS'] })).rejects.toMatchObject({ message: 'users.refusals.notHeld' })
    await expect(disableUser(clerk, await seenOf(admin.user.id))).rejects.toMatchObject({ message: 'users.refusals.above' })
    const role = await getRole(admin, roleId)
    await expect(publishRoles(clerk, { changes: [{ roleId, seen: role.seen, grant: ['VOID_INVOICES'], revoke: [] }], reason: 'More' })).rejects.toMatchObject({ message: 'users.refusals.notHeld' })
    const { name, description, requiresSecondFactor, seen: seenAdministrator } = await getRole(admin, school.roles.organization_administrator)
    expect(requiresSecondFactor).toBe(true)
    await expect(updateRole(clerk, { id: school.roles.organization_administrator, seen: seenAdministrator, name, description, requiresSecondFactor: false })).rejects.toMatchObject({ message: 'roles.refusals.above' })
    await expect(copyRole(clerk, { id: school.roles.organization_administrator, name: 'Myself' })).rejects.toMatchObject({ message: 'users.refusals.notHeld' })
    const platform = await gate().role.findFirstOrThrow({ where: { key: 'platform_support' }, select: { id: true } })
    await expect(updateUser(admin, { ...(await seenOf(userId)), ...change, roleId: platform.id })).rejects.toMatchObject({ code: 'invalid' })
    await expect(getRole(admin, platform.id)).rejects.toMatchObject({ code: 'not-found' })
    await updateUser(admin, { ...(await seenOf(userId)), roleId: school.roles.registrar, campusIds: [], permissions: [], staffId: null })
    expect(await retireRole(admin, { id: roleId, seen: (await getRole(admin, roleId)).seen, to: null })).toEqual({ moved: 0 })
  })
})

describe('roles', () => {
  test('several are published at once with one entry, hold at the next request, and a stale one refuses all', async () => {
    const [teacher, assistant] = await Promise.all([getRole(admin, school.roles.teacher), getRole(admin, school.roles.assistant)])
    const before = (await listHistory(admin, 'roles', teacher.id)).length
    const changes = [{ roleId: teacher.id, seen: teacher.seen, grant: ['READ_INVOICES' as const], revoke: ['READ_DOCUMENTS' as const] }, { roleId: assistant.id, seen: assistant.seen, grant: ['READ_STAFF' as const], revoke: [] }]
    const events = await school.db.auditEvent.count({ where: { deed: 'publish-roles' } })
    await publishRoles(admin, { changes, reason: 'The new year' })
    expect(await school.db.auditEvent.count({ where: { deed: 'publish-roles' } })).toBe(events + 1)
    expect((await listHistory(admin, 'roles', teacher.id)).length).toBe(before)
    const held = (await recordOfPerson(school.people.teacher.userId, school.organizationId))!.permissions
    expect([held.includes('READ_INVOICES'), held.includes('READ_DOCUMENTS')]).toEqual([true, false])
    await expect(publishRoles(admin, { changes: [{ roleId: assistant.id, seen: (await getRole(admin, assistant.id)).seen, grant: ['READ_FEE_PLANS'], revoke: [] }, changes[0]!], reason: 'Stale' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await getRole(admin, assistant.id)).held).not.toContain('READ_FEE_PLANS')
  })

  test('a built-in role is copied but neither emptied nor retired; a retired one hands its people on', async () => {
    const role = await getRole(admin, school.roles.assistant)
    await expect(publishRoles(admin, { changes: [{ roleId: role.id, seen: role.seen, grant: [], revoke: role.held as never }], reason: 'Nothing left' })).rejects.toMatchObject({ message: 'roles.refusals.emptied' })
    await expect(retireRole(admin, { id: role.id, seen: role.seen, to: school.roles.teacher })).rejects.toMatchObject({ message: 'roles.refusals.builtIn' })
    const { id } = await copyRole(admin, { id: role.id, name: `Helper ${crypto.randomUUID().slice(0, 6)}` })
    const { userId } = school.people.assistant
    await updateUser(admin, { ...(await seenOf(userId)), roleId: id, campusIds: [], permissions: [], staffId: null })
    await expect(retireRole(admin, { id, seen: (await getRole(admin, id)).seen, to: null })).rejects.toMatchObject({ code: 'invalid' })
    expect(await retireRole(admin, { id, seen: (await getRole(admin, id)).seen, to: role.id })).toEqual({ moved: 1 })
    expect((await recordOfPerson(userId, school.organizationId))?.role.key).toBe('assistant')
    expect((await listRoles(admin)).map((one) => one.id)).not.toContain(id)
  })

  test('a role is renamed; of two who do it at once the second is told, and a name is one role’s', async () => {
    const { id } = await copyRole(admin, { id: school.roles.assistant, name: `Old ${crypto.randomUUID().slice(0, 6)}` })
    const { seen } = await getRole(admin, id)
    const name = `New ${crypto.randomUUID().slice(0, 6)}`
    await updateRole(admin, { id, seen, name, description: 'Helps', requiresSecondFactor: true })
    expect(await getRole(admin, id)).toMatchObject({ name, description: 'Helps', requiresSecondFactor: true })
    await expect(updateRole(admin, { id, seen, name: 'Late', description: null, requiresSecondFactor: false })).rejects.toMatchObject({ code: 'conflict' })
    await expect(copyRole(admin, { id, name: name.toUpperCase() })).rejects.toMatchObject({ code: 'P2002' })
    expect((await listHistory(admin, 'roles', id)).map(({ deed }) => deed)).toEqual(['update-role', 'copy-role'])
    await expect(updateRole(await (await aSchool()).as('admin'), { id, seen, name: 'Theirs', description: null, requiresSecondFactor: false })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the last administrator stays, also when two demote each other at the same moment', async () => {
    const lone = await aSchool()
    const boss = await lone.as('admin')
    const own = await getUser(boss, boss.user.id)
    const change = { campusIds: [], permissions: [], staffId: null }
    await expect(updateUser(boss, { id: own.id, seen: own.seen, ...change, roleId: lone.roles.teacher })).rejects.toMatchObject({ message: 'users.refusals.lastAdministrator' })
    const role = await getRole(boss, lone.roles.organization_administrator)
    await expect(publishRoles(boss, { changes: [{ roleId: role.id, seen: role.seen, grant: [], revoke: ['UPDATE_ROLES'] }], reason: 'Locked out' })).rejects.toMatchObject({ message: 'users.refusals.lastAdministrator' })
    const second = await getUser(boss, lone.people.registrar.userId)
    await updateUser(boss, { id: second.id, seen: second.seen, ...change, roleId: lone.roles.organization_administrator })
    const other = await ctxOf(second.id, lone.organizationId)
    const [mine, theirs] = [await getUser(boss, boss.user.id), await getUser(boss, second.id)]
    const results = await Promise.allSettled([
      updateUser(boss, { id: theirs.id, seen: theirs.seen, ...change, roleId: lone.roles.teacher }),
      updateUser(other, { id: mine.id, seen: mine.seen, ...change, roleId: lone.roles.teacher }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'forbidden', message: 'errors.refusals.forbidden' } })
    expect(await lone.db.user.count({ where: { roleId: lone.roles.organization_administrator } })).toBe(1)
    // Whoever lost the right between the click and the turn does nothing with it, however many administrators are left.
    const late = results[0]!.status === 'fulfilled' ? other : boss
    await expect(inviteUsers(late, { people: [{ email: fresh(), firstName: null, lastName: null }], roleId: lone.roles.teacher, campusIds: [] })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('why somebody can or cannot is told by role, direct grant, or who could give it', async () => {
    const { userId } = school.people.teacher
    expect(await explain(admin, userId, 'TAKE_ATTENDANCE')).toMatchObject({ outcome: 'role', role: 'Teacher' })
    expect(await explain(admin, userId, 'RUN_IMPORTS')).toMatchObject({ outcome: 'neither', givers: 'Organization administrator' })
    await updateUser(admin, { ...(await seenOf(userId)), roleId: school.roles.teacher, campusIds: [school.north.id], permissions: ['RUN_IMPORTS'], staffId: school.people.teacher.staffId })
    expect(await explain(admin, userId, 'RUN_IMPORTS')).toMatchObject({ outcome: 'direct' })
    await endSessionsOf(userId)
  })
})
