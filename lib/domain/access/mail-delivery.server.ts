import 'server-only'
import { createElement } from 'react'
import { machineTime } from '@/lib/platform/clock.server'
import { gate, gateCall } from '@/lib/platform/db/gate.server'
import { forTenant } from '@/lib/platform/db/tenant.server'
import { defineErrand, errandRetries, isSuspended, leaveErrand } from '@/lib/platform/jobs.server'
import { log } from '@/lib/platform/log.server'
import { isMailSent, sendLetter } from '@/lib/platform/mail.server'
import { hashed } from '@/lib/platform/session/refresh.server'
import { hoursToSend, isMailTemplate, mailParams, mailTemplates, privateMails, type MailState } from './mail'
import { MailPage } from './mail-page.server'
import { forgotJob, heldMailJob, leaveMailAtGate, mailJob } from './mail.server'
import { textOfMail, tokenOfMail, wordsOfMail } from './mail-words.server'
import { spelled } from './sign-in'

const found = (id: string) =>
  gate().mail.findFirst({
    where: { id },
    select: { id: true, template: true, recipient: true, locale: true, params: true, state: true, attempts: true, userId: true, organizationId: true, organization: { select: { name: true, deletedAt: true } } },
  })
type Found = NonNullable<Awaited<ReturnType<typeof found>>>

const mark = (id: string, data: { state: MailState; attempts?: number; problem?: string | null; sentAt?: Date; params?: object }) => gate().mail.updateMany({ where: { id }, data })

/** The organization's first campus lends its colour. */
async function colorOf(organizationId: string | null): Promise<string | null> {
  if (!organizationId) return null
  const campus = await forTenant({ organizationId, actorId: null, reach: { kind: 'organization' } }).campus.findFirst({ where: { active: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { color: true } })
  return campus?.color ?? null
}

/** Whether it still makes sense: nothing goes to an account that is gone or accepted already, no link to a password to an address that is not the account's any more, and none to confirm a wish that a newer one took the place of. */
async function isWanted({ template, userId, recipient, organization, params }: Found): Promise<boolean> {
  if (organization?.deletedAt) return false
  if (!userId) return true
  const user = await gate().user.findFirst({ where: { id: userId, deletedAt: null, disabled: false }, select: { email: true, pendingEmail: true, emailVerified: true } })
  if (!user || (template === 'invite' && user.emailVerified)) return false
  if (template.startsWith('confirm-')) return mailParams.parse(params).email === user.pendingEmail
  return !['invite', 'reset'].includes(template) || spelled(user.email) === spelled(recipient)
}

/** Out of a suspended organization nothing goes. Looked at again once it is held: whoever reopens meanwhile finds it, or it goes out here. */
async function isHeldBack({ id, organizationId }: Found): Promise<boolean> {
  if (organizationId === null || !(await isSuspended(organizationId))) return false
  await mark(id, { state: 'held' })
  if (await isSuspended(organizationId)) return true
  const { count } = await gate().mail.updateMany({ where: { id, state: 'held' }, data: { state: 'waiting' } })
  return count === 0
}

async function hand(mail: Found): Promise<MailState> {
  if (!isMailTemplate(mail.template)) throw new Error(`There is no mail ${mail.template}.`)
  const link = mailTemplates[mail.template]
  if (link && mail.userId) await gateCall('give_token', mail.userId, link.purpose, hashed(tokenOfMail(mail.id)), mail.recipient, `${link.hours} hours`)
  if (!isMailSent()) return 'kept'
  const words = await wordsOfMail({ ...mail, template: mail.template, params: mailParams.parse(mail.params), organization: mail.organization?.name ?? null })
  // Only the worker draws mails; React's server half is no part of the pages' bundle.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const html = `<!doctype html>${renderToStaticMarkup(createElement(MailPage, { words, color: await colorOf(mail.organizationId) }))}`
  await sendLetter({ id: mail.id, to: mail.recipient, subject: words.subject, text: textOfMail(words), html })
  return 'sent'
}

/** Sends a mail, or keeps it where there is no mail server. Done again after a failure, it sends the same link. */
export const mailErrand = defineErrand({
  ...mailJob,
  async run({ mailId }) {
    const mail = await found(mailId)
    if (!mail || !['waiting', 'failed'].includes(mail.state)) return
    if (await isHeldBack(mail)) return
    if (!(await isWanted(mail))) return void (await mark(mail.id, { state: 'stopped' }))
    const attempts = mail.attempts + 1
    try {
      const state = await hand(mail)
      // What one person wrote to another is theirs once it is on its way.
      const spent = isMailTemplate(mail.template) && privateMails.includes(mail.template) ? { params: {} } : {}
      await mark(mail.id, { state, attempts, problem: null, sentAt: machineTime(), ...spent })
    } catch (error) {
      const problem = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
      log.warn({ event: 'mail.failed', mailId, attempts, err: error }, 'A mail could not be sent.')
      await mark(mail.id, { state: attempts > errandRetries.retryLimit ? 'failed' : 'waiting', attempts, problem })
      throw error
    }
  },
})

/** How many held mails go out in one go; the rest is another errand's. */
export const heldAtOnce = 200

/** What was held back while the organization was suspended goes out; what comes too late for its reader has lapsed, and the list of people says so. */
export const heldMailErrand = defineErrand({
  ...heldMailJob,
  async run({ organizationId }) {
    if (await isSuspended(organizationId)) return
    const db = forTenant({ organizationId, actorId: null, reach: { kind: 'organization' } })
    const held = await db.mail.findMany({ where: { state: 'held' }, orderBy: { createdAt: 'asc' }, take: heldAtOnce, select: { id: true, template: true, createdAt: true } })
    for (const { id, template, createdAt } of held) {
      const isLate = !isMailTemplate(template) || createdAt.getTime() + hoursToSend(template) * 3_600_000 < machineTime().getTime()
      await db.$transaction(async (tx) => {
        const { count } = await tx.mail.updateMany({ where: { id, state: 'held' }, data: { state: isLate ? 'lapsed' : 'waiting' } })
        if (count > 0 && !isLate) await leaveErrand(mailJob, { mailId: id }, { tx })
      })
    }
    if (held.length === heldAtOnce) await leaveErrand(heldMailJob, { organizationId })
  },
})

type Account = { id: string; organizationId: string | null; email: string; disabled: boolean; locale: string | null; suspended: boolean }

/** A link for each account behind an address, if there is one. Whoever asked has long been answered. */
export const forgotErrand = defineErrand({
  ...forgotJob,
  async run({ email }) {
    for (const account of await gateCall<Account>('accounts_of', spelled(email))) {
      if (account.disabled || account.suspended) continue
      await leaveMailAtGate({ template: 'reset', recipient: account.email, userId: account.id, organizationId: account.organizationId, locale: account.locale })
    }
  },
})

/** What the worker does for mail. */
export const mailErrands = [mailErrand, heldMailErrand, forgotErrand]
