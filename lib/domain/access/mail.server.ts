import 'server-only'
import { z } from 'zod'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { gate } from '@/lib/platform/db/gate.server'
import { leaveErrand } from '@/lib/platform/jobs.server'
import type { MailParams, MailTemplate } from './mail'

/** The errand of sending a mail; it names the mail and nothing of it. */
export const mailJob = { kind: 'mail.send', payload: z.object({ mailId: z.uuid() }) }
/** Somebody says to have forgotten a password. Whether there is such an account is found out later, by nobody who waits. */
export const forgotJob = { kind: 'mail.forgot', payload: z.object({ email: z.string() }) }

/** An organization is open again: what was held back goes out, or has lapsed. */
export const heldMailJob = { kind: 'mail.held', payload: z.object({ organizationId: z.uuid() }) }

export type NewMail = { template: MailTemplate; recipient: string; userId: string | null; locale?: string | null; params?: MailParams }

/** Leaves a mail to be sent, in the transaction of the deed it tells of; returns its id. */
export async function leaveMail(tx: TenantDb, { template, recipient, userId, locale, params = {} }: NewMail): Promise<string> {
  const { id } = await tx.mail.create({ data: { template, recipient, userId, locale: locale ?? 'en', params }, select: { id: true } })
  await leaveErrand(mailJob, { mailId: id }, { tx })
  return id
}

/** The same for an account at the gate, where there is no transaction: whoever has no organization gets mail as well. */
export async function leaveMailAtGate({ organizationId, template, recipient, userId, locale, params = {} }: NewMail & { organizationId: string | null }): Promise<string> {
  const { id } = await gate().mail.create({ data: { template, recipient, userId, organizationId, locale: locale ?? 'en', params }, select: { id: true } })
  await leaveErrand(mailJob, { mailId: id })
  return id
}
