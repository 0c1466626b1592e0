import 'server-only'
import type { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import { gate, gateCall } from '@/lib/platform/db/gate.server'
import { forTenant, type TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { isOutboxOpen } from '@/lib/platform/mail.server'
import { hashed } from '@/lib/platform/session/refresh.server'
import { leaveMail, leaveMailAtGate } from './mail.server'
import { linkOfMail, tokenOfMail } from './mail-words.server'
import { mailTemplates, type MailState } from './mail'
import { createDefaultRoles, roleNamesIn } from './role.server'
import type { founderInput, newOrganizationInput } from './support'

/** Who founds: a person of the platform, or whoever runs the installation and has no account. */
export type Founder = { id: string | null; email: string }
/** What an organization begins with beside its roles; rooms above this one bring it. */
export type Beginning = (db: TenantDb, locale: string) => Promise<unknown>
export type Invited = { organizationId: string; mailId: string }

const wholeOf = (organizationId: string, actorId: string | null) => forTenant({ organizationId, actorId, reach: { kind: 'organization' } })
const first = 'organization_administrator'
const usual = { role: { key: first } } as const
/** Whoever came in by an invitation or was there before there were any. */
const cameIn = { OR: [{ emailVerified: true }, { invitedAt: null }] }

const wordsIn = async (locale: string) => ({ inviter: 'Homeroom', role: (await roleNamesIn(locale))(first) })

/** Founds an organization with what it begins with, and invites its first administrator. */
export async function foundOrganization({ name, timeZone, currency, locale, email }: z.output<typeof newOrganizationInput>, by: Founder, begin: Beginning): Promise<Invited> {
  const [row] = await gateCall<{ answer: string }>('found_organization', name, timeZone, currency, locale)
  if (!row) throw new Refusal('unavailable', 'errors.refusals.busy')
  const organizationId = row.answer
  const db = wholeOf(organizationId, by.id)
  const roles = await createDefaultRoles(db, locale)
  await begin(db, locale)
  const mailId = await db.$transaction(async (tx) => {
    const made = await tx.user.create({ data: { email, locale, roleId: roles.organization_administrator, invitedAt: machineTime() }, select: { id: true } })
    await tx.auditEvent.create({ data: { actorId: by.id, deed: 'found-organization', entity: 'organizations', entityId: organizationId, after: { by: by.email, email } } })
    return leaveMail(tx, { template: 'invite', recipient: email, userId: made.id, locale, params: await wordsIn(locale) })
  })
  return { organizationId, mailId }
}

/**
 * Invites the first administrator anew, at the same address or another one, for as long as nobody has come in: a link that
 * lapsed or an address with a slip in it would leave an organization that nobody can ever enter.
 */
export const inviteFounder = ({ organizationId, email }: z.output<typeof founderInput>, by: Founder): Promise<Invited> =>
  wholeOf(organizationId, by.id).$transaction(async (tx) => {
    // One at a time, in turn with changes of people.
    const [{ locale } = { locale: 'en' }] = await tx.organization.updateManyAndReturn({ where: { id: organizationId }, data: { updatedAt: machineTime() }, select: { locale: true } })
    if (await tx.user.findFirst({ where: cameIn, select: { id: true } })) throw new Refusal('conflict', 'organizations.refusals.cameIn')
    const role = await tx.role.findFirst({ where: { key: first }, select: { id: true } })
    if (!role) throw new Refusal('not-found', 'errors.refusals.notFound')
    const waiting = await tx.user.findMany({ where: usual, select: { id: true, email: true } })
    const same = waiting.find((one) => one.email.toLowerCase() === email.toLowerCase())
    const others = waiting.flatMap(({ id }) => (id === same?.id ? [] : [id]))
    const { count } = await tx.user.deleteMany({ where: { id: { in: others }, emailVerified: false } })
    if (count < others.length) throw new Refusal('conflict', 'organizations.refusals.cameIn')
    const { id } = same ?? (await tx.user.create({ data: { email, locale, roleId: role.id, invitedAt: machineTime() }, select: { id: true } }))
    if (same) await tx.user.updateMany({ where: { id }, data: { invitedAt: machineTime() } })
    await tx.auditEvent.create({ data: { actorId: by.id, deed: 'invite-founder', entity: 'organizations', entityId: organizationId, after: { by: by.email, email } } })
    return { organizationId, mailId: await leaveMail(tx, { template: 'invite', recipient: email, userId: id, locale, params: await wordsIn(locale) }) }
  })

/** How far the mail to a first administrator is, in as many words as a reader needs. */
const progress = { sent: 'sent', stopped: 'sent', waiting: 'waiting', held: 'waiting', kept: 'kept', failed: 'failed', lapsed: 'failed' } as const satisfies Record<MailState, string>
export type Waiting = { email: string; since: string; mail: (typeof progress)[MailState]; link: string | null }

/** Of the organizations that nobody has come into: who was invited, how far that mail got, and its link where the outbox is open. */
export async function listFounders(): Promise<Map<string, Waiting>> {
  const empty = await gate().organization.findMany({ where: { deletedAt: null, users: { none: { deletedAt: null, ...cameIn } } }, take: 500, select: { id: true } })
  if (empty.length === 0) return new Map()
  const people = await gate().user.findMany({ where: { organizationId: { in: empty.map(({ id }) => id) }, deletedAt: null, ...usual }, orderBy: { createdAt: 'asc' }, take: 1_000, select: { id: true, email: true, organizationId: true, invitedAt: true } })
  const mails = await gate().mail.findMany({ where: { userId: { in: people.map(({ id }) => id) }, template: 'invite' }, orderBy: { createdAt: 'asc' }, take: 1_000, select: { id: true, userId: true, state: true } })
  const mailTo = new Map(mails.map((mail) => [mail.userId, mail]))
  return new Map(people.flatMap(({ id, email, organizationId, invitedAt }) => {
    const mail = mailTo.get(id)
    if (!organizationId || !invitedAt || !mail) return []
    const link = isOutboxOpen() && mail.state === 'kept' ? linkOfMail({ id: mail.id, template: 'invite' }) : null
    return [[organizationId, { email, since: invitedAt.toISOString(), mail: progress[mail.state as MailState], link }] as const]
  }))
}

/** Makes an account of the platform's own people, or invites one anew that was never used. */
export async function inviteSupport({ email }: { email: string }): Promise<{ mailId: string }> {
  const role = await gate().role.findFirst({ where: { key: 'platform_support', organizationId: null }, select: { id: true } })
  if (!role) throw new Refusal('not-found', 'errors.refusals.notFound')
  const here = await gate().user.findFirst({ where: { email: { equals: email, mode: 'insensitive' }, organizationId: null, deletedAt: null }, select: { id: true, emailVerified: true } })
  if (here?.emailVerified) throw new Refusal('conflict', 'organizations.refusals.cameIn')
  const { id } = here ?? (await gate().user.create({ data: { email, roleId: role.id, invitedAt: machineTime() }, select: { id: true } }))
  return { mailId: await leaveMailAtGate({ template: 'invite', recipient: email, userId: id, organizationId: null, params: { inviter: 'Homeroom', role: 'Platform support' } }) }
}

/** The link of an invitation for whoever sits at the machine itself; it is good at once, whether its mail ever leaves or not. */
export async function linkAtHand({ mailId }: { mailId: string }): Promise<string> {
  const { userId, recipient } = await gate().mail.findFirstOrThrow({ where: { id: mailId }, select: { userId: true, recipient: true } })
  const { purpose, hours } = mailTemplates.invite
  const link = linkOfMail({ id: mailId, template: 'invite' })!
  await gateCall('give_token', userId, purpose, hashed(tokenOfMail(mailId)), recipient, `${hours} hours`)
  return link
}
