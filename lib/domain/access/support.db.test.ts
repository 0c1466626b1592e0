import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { recordOfSession } from '@/lib/platform/context-record.server'
import type { Session } from '@/lib/platform/context.server'
import { gate } from '@/lib/platform/db/gate.server'
import { aSchool, ctxOf, testPassword } from '@/prisma/seed/a-school'
import { createUsualReasons, listReasons } from '@/lib/domain/attendance/reason.server'
import { forTenant } from '@/lib/platform/db/tenant.server'
import { asOwner } from '@/prisma/seed/organization'
import { tokenOfMail } from './mail-words.server'
import { acceptInvitation, openLink } from './credential.server'
import { inviteSupport, linkAtHand } from './founding.server'
import { heldMailErrand, mailErrand } from './mail-delivery.server'
import { createOrganization, inviteFirstAdministrator, reopenOrganization, suspendOrganization } from './organization.server'
import { signIn, type SignedIn } from './sign-in.server'
import { allowVisit, askForVisit, endVisit, listVisits } from './support-grant.server'
import { enterOrganization, leaveOrganization, listOrganizations, type OrganizationChoice } from './support.server'

/** Whoever asks: the session that a request would bring. */
const asking: { familyId: string | null } = { familyId: null }
vi.mock('@/lib/platform/context.server', () => ({
  async getSession(): Promise<Session | null> {
    const record = asking.familyId ? await recordOfSession(asking.familyId) : null
    return record && { familyId: asking.familyId!, record }
  },
}))
const demands = { value: 'optional' }
vi.mock('@/lib/platform/env', async (original) => {
  const real = await original<typeof import('@/lib/platform/env')>()
  return { ...real, env: new Proxy(real.env, { get: (of, name) => (name === 'SECOND_FACTOR' ? demands.value : of[name as 'PORT']) }) }
})

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
const caller = { userAgent: 'test', ipAddress: null, device: undefined }
const enter = async (email: string) => ((await signIn({ email, password: testPassword }, caller)) as SignedIn).familyId
let support: { email: string; familyId: string }
beforeAll(async () => {
  school = await aSchool()
})
beforeEach(async () => {
  demands.value = 'optional'
  const role = await gate().role.findFirstOrThrow({ where: { key: 'platform_support' }, select: { id: true } })
  const { password } = await gate().user.findFirstOrThrow({ where: { id: school.people.admin.userId }, select: { password: true } })
  const email = `support.${crypto.randomUUID()}@homeroom.example`
  await gate().user.create({ data: { email, password, roleId: role.id, emailVerified: true } })
  support = { email, familyId: await enter(email) }
  asking.familyId = support.familyId
})

const ask = { reason: 'A register that does not open.', hours: 4 }
const here = () => recordOfSession(support.familyId).then((record) => record?.organization?.id ?? null)

test('support asks, is let in for a time, looks and leaves; both sides are told and the history says all of it', async () => {
  const { organizationId } = school
  await expect(enterOrganization(organizationId)).rejects.toMatchObject({ message: 'organizations.refusals.notLetIn' })
  await askForVisit({ organizationId, ...ask })
  await expect(askForVisit({ organizationId, ...ask })).rejects.toMatchObject({ code: 'P2002' })
  expect(await school.db.mail.count({ where: { template: 'support-asked', recipient: school.people.admin.email } })).toBe(1)
  await expect(enterOrganization(organizationId)).rejects.toMatchObject({ code: 'forbidden' })
  const admin = await school.as('admin')
  const { id } = (await listVisits(admin)).find(({ by }) => by.includes(support.email))!
  const both = await Promise.allSettled([allowVisit(admin, { id }), allowVisit(admin, { id })])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await enterOrganization(organizationId)
  expect(await here()).toBe(organizationId)
  const { record } = (await recordOfSession(support.familyId).then((found) => ({ record: found })))!
  const visitor = await ctxOf(record!.user.id, organizationId)
  await expect(endVisit(visitor, { id })).rejects.toMatchObject({ code: 'forbidden' })
  await leaveOrganization()
  expect(await here()).toBeNull()
  await enterOrganization(organizationId)
  await gate().supportGrant.updateMany({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } })
  expect(await here()).toBeNull()
  await expect(enterOrganization(organizationId)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await listVisits(admin))[0]?.state).toBe('expired')
  const deeds = (await school.db.auditEvent.findMany({ where: { deed: { in: ['ask-visit', 'allow-visit', 'support-entered', 'support-left'] } }, select: { deed: true } })).map(({ deed }) => deed)
  expect(new Set(deeds).size).toBe(4)
})

test('a visit that was declined or ended lets nobody in, and nobody of the platform answers for the organization', async () => {
  const { organizationId } = school
  await askForVisit({ organizationId, ...ask })
  const admin = await school.as('admin')
  const { id } = (await listVisits(admin))[0]!
  await endVisit(admin, { id })
  await expect(allowVisit(admin, { id })).rejects.toMatchObject({ message: 'organizations.refusals.answered' })
  await expect(endVisit(admin, { id })).rejects.toMatchObject({ message: 'organizations.refusals.answered' })
  await expect(enterOrganization(organizationId)).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = await (await aSchool()).as('admin')
  await expect(allowVisit(stranger, { id })).rejects.toMatchObject({ code: 'conflict' })
})

test('an organization is founded with its administrator invited, suspended, and reopened with the mail that waited', async () => {
  const email = `first.${crypto.randomUUID()}@example.org`
  const { id } = await createOrganization({ name: `Founded ${crypto.randomUUID().slice(0, 8)}`, timeZone: 'UTC', currency: 'USD', locale: 'es', email }, createUsualReasons)
  const mail = await gate().mail.findFirstOrThrow({ where: { recipient: email }, select: { id: true, locale: true } })
  const state = async () => (await gate().mail.findFirstOrThrow({ where: { id: mail.id }, select: { state: true } })).state
  expect(mail.locale).toBe('es')
  expect(await gate().user.findFirst({ where: { email }, select: { role: { select: { name: true } } } }), 'the roles of a Spanish organization speak Spanish').toEqual({ role: { name: 'Administración de la organización' } })
  await suspendOrganization({ organizationId: id, reason: 'Not yet.' })
  await expect(suspendOrganization({ organizationId: id, reason: 'Twice.' })).rejects.toMatchObject({ message: 'organizations.refusals.turned' })
  await mailErrand.errand({ mailId: mail.id })
  expect(await state()).toBe('held')
  expect(await openLink(tokenOfMail(mail.id), 'invite')).toBeNull()
  // Work of its people that was held looks again later; reopening wakes it, and nobody else's.
  const held = (organizationId: string) => asOwner(async (owner) => owner.query(`INSERT INTO pgboss.job (name, data, start_after) VALUES ('work', jsonb_build_object('kind', 'test.held', 'organizationId', $1::text), now() + interval '1 hour')`, [organizationId]))
  const isDue = (organizationId: string) => asOwner(async (owner) => (await owner.query(`SELECT start_after <= now() AS due FROM pgboss.job WHERE data->>'kind' = 'test.held' AND data->>'organizationId' = $1`, [organizationId])).rows)
  for (const of of [id, school.organizationId]) await held(of)
  await reopenOrganization({ organizationId: id })
  expect([await isDue(id), await isDue(school.organizationId)]).toEqual([[{ due: true }], [{ due: false }]])
  await heldMailErrand.errand({ organizationId: id })
  await mailErrand.errand({ mailId: mail.id })
  expect(await state()).toBe('kept')
  await acceptInvitation({ token: tokenOfMail(mail.id), password: testPassword, firstName: 'Fay', lastName: 'First' })
  const record = await recordOfSession(await enter(email))
  expect([record?.organization?.id, record?.role.key]).toEqual([id, 'organization_administrator'])
})

test('a first administrator who never came in is invited anew, also elsewhere; whoever came in stays alone in charge', async () => {
  const address = () => `first.${crypto.randomUUID()}@example.org`
  const [slip, right] = [address(), address()]
  const { id: organizationId } = await createOrganization({ name: `Founded ${crypto.randomUUID().slice(0, 8)}`, timeZone: 'UTC', currency: 'USD', locale: 'es', email: slip }, createUsualReasons)
  const db = forTenant({ organizationId, actorId: null, reach: { kind: 'organization' } })
  expect((await listReasons({ db })).map(({ name }) => name)).toContain('Enfermedad')
  const linkFor = async (email: string) => {
    const { id } = await gate().mail.findFirstOrThrow({ where: { recipient: email }, orderBy: { createdAt: 'desc' }, select: { id: true } })
    await mailErrand.errand({ mailId: id })
    return tokenOfMail(id)
  }
  const waiting = async () => ((await listOrganizations()) as OrganizationChoice[]).find(({ id }) => id === organizationId)?.founder
  const first = await linkFor(slip)
  expect(await waiting()).toMatchObject({ email: slip, mail: 'kept' })
  await inviteFirstAdministrator({ organizationId, email: slip })
  const again = await linkFor(slip)
  expect([await openLink(first, 'invite'), (await openLink(again, 'invite'))?.user_email]).toEqual([null, slip])
  const two = await Promise.allSettled([right, right].map((email) => inviteFirstAdministrator({ organizationId, email })))
  expect(two.map(({ status }) => status)).toContain('fulfilled')
  expect(await openLink(again, 'invite')).toBeNull()
  expect(await db.user.findMany({ select: { email: true } })).toEqual([{ email: right }])
  await acceptInvitation({ token: await linkFor(right), password: testPassword, firstName: 'Fay', lastName: 'First' })
  expect(await waiting()).toBeNull()
  await expect(inviteFirstAdministrator({ organizationId, email: slip })).rejects.toMatchObject({ message: 'organizations.refusals.cameIn' })
  await expect(inviteFirstAdministrator({ organizationId: school.organizationId, email: slip })).rejects.toMatchObject({ message: 'organizations.refusals.cameIn' })
})

test('an account of the platform begins with a link that is good at once, and is made once', async () => {
  const email = `platform.${crypto.randomUUID()}@homeroom.example`
  await inviteSupport({ email })
  const link = await linkAtHand(await inviteSupport({ email }))
  await acceptInvitation({ token: link.split('/').pop()!, password: testPassword, firstName: 'Pat', lastName: 'Platform' })
  expect((await recordOfSession(await enter(email)))?.role.everywhere).toBe(true)
  await expect(inviteSupport({ email: email.toUpperCase() })).rejects.toMatchObject({ code: 'conflict' })
})

test.each(['admin', 'teacher'] as const)('%s of an organization is refused all of it', async (who) => {
  asking.familyId = await enter(school.people[who].email)
  const { organizationId } = school
  expect(await listOrganizations()).toBeNull()
  const tries = [
    () => askForVisit({ organizationId, ...ask }), () => enterOrganization(organizationId), () => leaveOrganization(), () => suspendOrganization({ organizationId, reason: 'Mine' }), () => reopenOrganization({ organizationId }),
    () => createOrganization({ name: 'Mine', timeZone: 'UTC', currency: 'USD', locale: 'en', email: 'a@example.org' }, createUsualReasons), () => inviteFirstAdministrator({ organizationId, email: 'a@example.org' }),
  ]
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
  asking.familyId = null
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
})

test('where a second factor is demanded, support without one sees no organization and does nothing but set it up', async () => {
  demands.value = 'required'
  const { organizationId } = school
  expect(await listOrganizations()).toBe('factor')
  for (const attempt of [() => askForVisit({ organizationId, ...ask }), () => enterOrganization(organizationId), () => suspendOrganization({ organizationId, reason: 'None' })]) {
    await expect(attempt()).rejects.toMatchObject({ message: 'organizations.refusals.factor' })
  }
})
