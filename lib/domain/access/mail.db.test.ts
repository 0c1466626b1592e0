import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { gate } from '@/lib/platform/db/gate.server'
import { startWorker } from '@/lib/platform/jobs.server'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { mailTemplates, type MailTemplate } from './mail'
import { isOutboxOpen } from '@/lib/platform/mail.server'
import { listKeptMails, listUnsentMails } from './outbox.server'
import { listMailsOf } from './user.server'
import { getAccessWaiting } from './waiting.server'
import { heldAtOnce, heldMailErrand, mailErrand, mailErrands } from './mail-delivery.server'
import { MailPage } from './mail-page.server'
import { leaveMail } from './mail.server'
import { textOfMail, tokenOfMail, wordsOfMail } from './mail-words.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
/** What the server says to a recipient: 0 takes the mail. */
let refusal = 0
const received: { mail: ParsedMail; to: string[] }[] = []
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refusal ? Object.assign(new Error('Not now.'), { responseCode: refusal }) : null),
  onData(stream, session, done) {
    void simpleParser(stream).then((mail) => {
      received.push({ mail, to: session.envelope.rcptTo.map(({ address }) => address) })
      done()
    })
  },
})

/** The settings of a process are read once, before there is a server: here they say which one. */
const settings: { SMTP_URL?: string; MAIL_FROM: string } = { MAIL_FROM: 'Homeroom <school@homeroom.example>' }
vi.mock('@/lib/platform/env', async (original) => {
  const real = await original<typeof import('@/lib/platform/env')>()
  const of = (name: keyof typeof real.env) => (name === 'SMTP_URL' || name === 'MAIL_FROM' ? settings[name] : real.env[name])
  return { env: new Proxy(real.env, { get: (_, name) => of(name as keyof typeof real.env) }), needEnv: of }
})

let url: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  settings.SMTP_URL = url
  school = await aSchool()
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
afterEach(() => {
  refusal = 0
  settings.SMTP_URL = url
  received.length = 0
})

async function leave(template: MailTemplate, more: { locale?: string; recipient?: string; userId?: string | null } = {}) {
  const { userId, email } = school.people.teacher
  await school.db.$transaction((tx) => leaveMail(tx, { template, recipient: email, userId, params: { inviter: 'Ada', role: 'Teacher' }, ...more }))
  const { id } = await school.db.mail.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { id: true } })
  return id
}
const stateOf = async (id: string) => school.db.mail.findFirst({ where: { id }, select: { state: true, attempts: true, problem: true } })
const jobsOf = (mailId: string) => asOwner(async (owner) => (await owner.query(`SELECT retry_limit AS "limit", retry_delay AS delay, retry_backoff AS backoff FROM pgboss.job WHERE data->'payload'->>'mailId' = $1`, [mailId])).rows)

test('the worker takes it from the queue to a mail server, as text and as a page, and the link opens once', async () => {
  const id = await leave('reset')
  expect(await jobsOf(id)).toEqual([{ limit: 5, delay: 30, backoff: true }])
  const worker = await startWorker(mailErrands)
  await vi.waitUntil(() => received.length === 1, { timeout: 60_000 })
  await vi.waitUntil(async () => (await stateOf(id))?.state === 'sent', { timeout: 60_000 })
  await worker.stop()
  const [{ mail, to }] = received as [{ mail: ParsedMail; to: string[] }]
  expect(to).toEqual([school.people.teacher.email])
  expect(mail).toMatchObject({ subject: 'A new password for Homeroom', from: { text: '"Homeroom" <school@homeroom.example>' } })
  const link = `http://localhost:3000/reset/${tokenOfMail(id)}`
  expect(mail.text).toContain(link)
  expect(mail.html).toContain(`href="${link}"`)
  expect(mail.html).toContain(`Org ${school.mark}`)
  await mailErrand.errand({ mailId: id })
  expect(received).toHaveLength(1)
})

test('what a server refuses is tried again with the same link, and parked after the last time', async () => {
  const id = await leave('reset')
  refusal = 451
  for (let n = 1; n <= 6; n++) {
    await expect(mailErrand.errand({ mailId: id })).rejects.toThrow(/Not now/)
    expect(await stateOf(id)).toMatchObject({ state: n < 6 ? 'waiting' : 'failed', attempts: n })
  }
  // Now its administrator is told, until it goes out after all or the next one to the same address does.
  const admin = await school.as('admin')
  expect(await listUnsentMails(admin)).toMatchObject([{ id, userId: school.people.teacher.userId, problem: expect.stringContaining('Not now') }])
  expect(await getAccessWaiting(admin)).toMatchObject({ unsent: 1 })
  refusal = 0
  await mailErrand.errand({ mailId: id })
  expect(received[0]?.mail.text).toContain(tokenOfMail(id))
  expect(await getAccessWaiting(admin)).toMatchObject({ unsent: 0 })
  expect(await gate().oneTimeToken.count({ where: { userId: school.people.teacher.userId, purpose: 'reset_password' } })).toBe(1)
})

test('a deed that fails leaves no mail and no errand', async () => {
  const before = await school.db.mail.count()
  await expect(school.db.$transaction(async (tx) => {
    await leaveMail(tx, { template: 'reset', recipient: 'a@example.org', userId: null })
    throw new Error('undone')
  })).rejects.toThrow('undone')
  expect(await school.db.mail.count()).toBe(before)
})

test('without a server it is kept, and to a disabled account, or with a link to an address that is the account’s no more, nothing goes out', async () => {
  settings.SMTP_URL = undefined
  const [kept, own] = [await leave('reset'), await leave('talk-asked')]
  for (const mailId of [kept, own]) await mailErrand.errand({ mailId })
  expect(await stateOf(kept)).toMatchObject({ state: 'kept' })
  // Its administrators read it there, and nothing of what one person wrote to another; with a server there is no such page.
  const admin = await school.as('admin')
  expect((await listKeptMails(admin)).map(({ id }) => id)).toEqual([kept])
  expect((await listMailsOf(admin, school.people.teacher.userId)).map(({ id }) => id)).not.toContain(own)
  expect(isOutboxOpen()).toBe(true)
  settings.SMTP_URL = url
  expect(isOutboxOpen()).toBe(false)
  const other = await aSchool()
  const { userId, email } = other.people.teacher
  const stop = async (prepare: () => Promise<unknown>) => {
    await other.db.$transaction((tx) => leaveMail(tx, { template: 'reset', recipient: email, userId }))
    const { id } = await other.db.mail.findFirstOrThrow({ where: { state: 'waiting' }, select: { id: true } })
    await prepare()
    await mailErrand.errand({ mailId: id })
    expect(await other.db.mail.findFirst({ where: { id }, select: { state: true } })).toEqual({ state: 'stopped' })
  }
  await stop(() => other.db.user.update({ where: { id: userId }, data: { disabled: true } }))
  await other.db.user.update({ where: { id: userId }, data: { disabled: false } })
  await stop(() => other.db.user.update({ where: { id: userId }, data: { email: `moved.${email}` } }))
  expect(received).toEqual([])
})

test('a suspended organization’s mail is held back; open again, it goes out, and what is too late is said to have lapsed', async () => {
  const other = await aSchool()
  const { userId, email } = other.people.teacher
  const suspend = (suspendedAt: Date | null) => other.db.organization.update({ where: { id: other.organizationId }, data: { suspendedAt }, select: { id: true } })
  const state = async (id: string) => (await other.db.mail.findFirstOrThrow({ where: { id }, select: { state: true } })).state
  const put = (template: MailTemplate, hoursAgo: number) =>
    gate().mail.create({ data: { template, recipient: email, userId, organizationId: other.organizationId, createdAt: new Date(Date.now() - hoursAgo * 3_600_000), params: { inviter: 'Ada', role: 'Teacher' } }, select: { id: true } })
  const mails = [await put('password-changed', 5), await put('reset', 0.5), await put('reset', 2)]
  await suspend(new Date())
  for (const { id } of mails) await mailErrand.errand({ mailId: id })
  expect(await Promise.all(mails.map(({ id }) => state(id)))).toEqual(['held', 'held', 'held'])
  await heldMailErrand.errand({ organizationId: other.organizationId })
  expect(await state(mails[0]!.id)).toBe('held')
  await suspend(null)
  // Twice, as after a crash: each goes out once.
  await Promise.all([1, 2].map(() => heldMailErrand.errand({ organizationId: other.organizationId })))
  expect(await Promise.all(mails.map(({ id }) => state(id)))).toEqual(['waiting', 'waiting', 'lapsed'])
  expect(await listUnsentMails(await other.as('admin'))).toEqual([])
  for (const { id } of mails) expect(await jobsOf(id)).toHaveLength(id === mails[2]!.id ? 0 : 1)
  for (const { id } of mails) await mailErrand.errand({ mailId: id })
  expect(received).toHaveLength(2)
  await gate().mail.updateMany({ where: { organizationId: other.organizationId, state: { not: 'lapsed' } }, data: { createdAt: new Date(Date.now() - 9 * 3_600_000) } })
  expect(await listUnsentMails(await other.as('admin'))).toMatchObject([{ id: mails[2]!.id, isLapsed: true, recipient: email }])
})

test('more than go out at once are left to the next errand, until none is held', async () => {
  const other = await aSchool()
  const all = { organizationId: other.organizationId, template: 'password-changed', recipient: other.people.teacher.email, state: 'held' }
  await gate().mail.createMany({ data: Array.from({ length: heldAtOnce + 1 }, () => all) })
  const next = () => asOwner(async (owner) => (await owner.query(`SELECT FROM pgboss.job WHERE data->>'kind' = 'mail.held' AND data->'payload'->>'organizationId' = $1`, [other.organizationId])).rowCount)
  await heldMailErrand.errand({ organizationId: other.organizationId })
  expect([await other.db.mail.count({ where: { state: 'held' } }), await next()]).toEqual([1, 1])
  await heldMailErrand.errand({ organizationId: other.organizationId })
  expect([await other.db.mail.count({ where: { state: 'held' } }), await next()]).toEqual([0, 1])
})

test('a mail that was read as held back while somebody reopened goes out all the same, once', async () => {
  const other = await aSchool()
  const { userId, email } = other.people.teacher
  const { id: mailId } = await other.db.mail.create({ data: { template: 'password-changed', recipient: email, userId }, select: { id: true } })
  await other.db.organization.update({ where: { id: other.organizationId }, data: { suspendedAt: new Date() }, select: { id: true } })
  const reopen = async () => {
    await other.db.organization.update({ where: { id: other.organizationId }, data: { suspendedAt: null }, select: { id: true } })
    await heldMailErrand.errand({ organizationId: other.organizationId })
  }
  await Promise.all([mailErrand.errand({ mailId }), reopen()])
  if ((await other.db.mail.findFirstOrThrow({ where: { id: mailId }, select: { state: true } })).state === 'waiting') await mailErrand.errand({ mailId })
  expect((await other.db.mail.findFirstOrThrow({ where: { id: mailId }, select: { state: true } })).state).toBe('sent')
  expect(received).toHaveLength(1)
})

test('an address with commas and brackets is one address, never a list', async () => {
  const id = await leave('password-changed', { recipient: '"victim@example.org, e@attacker.example" <x@y.example>', userId: null })
  await mailErrand.errand({ mailId: id }).catch(() => undefined)
  expect(received.flatMap(({ to }) => to)).not.toContain('e@attacker.example')
})

test.each(Object.keys(mailTemplates).flatMap((template) => ['en', 'es'].map((locale) => [template as MailTemplate, locale] as const)))('%s says all in %s, as text and as a page', async (template, locale) => {
  const params = { inviter: 'Ada <b>', role: 'Teacher', email: 'new@example.org', name: 'Sam', span: 4, reason: 'A look at the register', note: 'After lunch?', hasNote: 1 }
  const words = await wordsOfMail({ id: crypto.randomUUID(), template, locale, params, organization: 'Cedar & Co' })
  const text = textOfMail(words)
  const html = renderToStaticMarkup(createElement(MailPage, { words, color: '#0f766e' }))
  expect(text).not.toMatch(/mails\.|\{|\}/)
  expect(html).not.toContain('<b>')
  expect(html).toContain('Cedar &amp; Co')
  expect(text.includes('http://localhost:3000/')).toBe(mailTemplates[template] !== null)
})
