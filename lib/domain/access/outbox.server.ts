import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { isMailTemplate, mailParams, privateMails } from './mail'
import { wordsOfMail, type MailWords } from './mail-words.server'

export type KeptMail = { id: string; recipient: string; at: Date; words: MailWords }

/** The last mails that were kept because there is no mail server, with their links. */
export async function listKeptMails({ db, organization }: Ctx): Promise<KeptMail[]> {
  const rows = await db.mail.findMany({ where: { state: 'kept', template: { notIn: [...privateMails] } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 50, select: { id: true, template: true, recipient: true, locale: true, params: true, createdAt: true } })
  const kept = rows.flatMap(({ template, params, createdAt, ...row }) => (isMailTemplate(template) ? [{ ...row, template, params: mailParams.parse(params), at: createdAt }] : []))
  return Promise.all(kept.map(async (mail) => ({ id: mail.id, recipient: mail.recipient, at: mail.at, words: await wordsOfMail({ ...mail, organization: organization.name }) })))
}

export type UnsentMail = { id: string; recipient: string; userId: string | null; at: Date; problem: string | null; isLapsed: boolean }

/** Mails that were given up, or lapsed while the organization was suspended, and whose reader has had none since. */
export async function listUnsentMails({ db }: Ctx): Promise<UnsentMail[]> {
  const failed = await db.mail.findMany({ where: { state: { in: ['failed', 'lapsed'] } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 50, select: { id: true, recipient: true, userId: true, createdAt: true, problem: true, state: true } })
  if (failed.length === 0) return []
  const since = await db.mail.groupBy({ by: ['recipient'], where: { state: { in: ['sent', 'kept', 'waiting'] }, recipient: { in: failed.map(({ recipient }) => recipient) } }, _max: { createdAt: true } })
  const latest = new Map(since.map(({ recipient, _max }) => [recipient, _max.createdAt]))
  return failed.filter(({ recipient, createdAt }) => (latest.get(recipient) ?? createdAt) <= createdAt).map(({ createdAt, state, ...mail }) => ({ ...mail, at: createdAt, isLapsed: state === 'lapsed' }))
}
