import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listKeptMails } from '@/lib/domain/access/outbox.server'
import { mailErrand } from '@/lib/domain/access/mail-delivery.server'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { askForTalk, checkIn, listListeners, listOwnCheckIns, listTalksAsked, listZoneWeeks, noteReason, settleTalk } from './check-in.server'
import { countZones } from './check-in.sql.server'
import type { ZoneKey } from './content-type'

const received: ParsedMail[] = []
const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => void simpleParser(stream).then((mail) => done(null, String(received.push(mail)))) })
const settings: { SMTP_URL?: string; MAIL_FROM: string } = { MAIL_FROM: 'Homeroom <school@homeroom.example>' }
vi.mock('@/lib/platform/env', async (original) => {
  const real = await original<typeof import('@/lib/platform/env')>()
  const of = (name: keyof typeof real.env) => (name === 'SMTP_URL' || name === 'MAIL_FROM' ? settings[name] : real.env[name])
  return { env: new Proxy(real.env, { get: (_, name) => of(name as keyof typeof real.env) }), needEnv: of }
})

let school: Awaited<ReturnType<typeof aSchool>>
let [teacher, director]: Ctx[] = []
const everybody = ['admin', 'director', 'registrar', 'finance', 'teacher', 'assistant'] as const
beforeAll(async () => {
  setClock('2026-03-03T09:00:00Z')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  school = await aSchool()
  ;[teacher, director] = [await school.as('teacher'), await school.as('director')]
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
const feel = (ctx: Ctx, zone: ZoneKey, id: string = crypto.randomUUID()) => checkIn(ctx, { id, zone })
const week = async (ctx: Ctx, monday: string) => (await listZoneWeeks(ctx)).rows.find((row) => row.week === monday && row.campusId === school.north.id)

test('a check-in is one tap, once, private, with a reason if one likes', async () => {
  const id = crypto.randomUUID()
  await Promise.all([feel(teacher!, 'yellow', id), feel(teacher!, 'yellow', id)])
  await noteReason(teacher!, { id, reason: 'Inspection' })
  expect(await listOwnCheckIns(teacher!)).toMatchObject([{ id, zone: 'yellow', reason: 'Inspection' }])
  for (const who of ['director', 'assistant'] as const) {
    const ctx = await school.as(who)
    expect(await ctx.db.userProgress.count({ where: { itemId: id } })).toBe(0)
    await expect(noteReason(ctx, { id, reason: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect(await listOwnCheckIns(await school.as('admin'))).toEqual([])
})

test('a week is told when it is over and enough took part; who joins later changes nothing of it', async () => {
  for (const who of everybody.slice(0, 3)) await feel(await school.as(who), 'green')
  expect((await countZones(director!.db, { campusIds: [school.north.id], from: '2026-03-02', before: '2026-03-09' })).reduce((sum, { people }) => sum + people, 0)).toBe(4)
  expect(await week(director!, '2026-03-02')).toBeUndefined()
  setClock('2026-03-10T09:00:00Z')
  expect(await week(director!, '2026-03-02')).toMatchObject({ shares: null })
  for (const who of everybody) await feel(await school.as(who), who === 'teacher' ? 'red' : 'green')
  expect(await week(director!, '2026-03-09')).toBeUndefined()
  setClock('2026-03-17T09:00:00Z')
  const told = await week(director!, '2026-03-09')
  expect(told?.shares).toEqual({ blue: 0, green: 0.8, yellow: 0, red: 0.2 })
  for (const who of everybody) await feel(await school.as(who), 'blue')
  expect(await week(director!, '2026-03-09')).toEqual(told)
  expect((await listZoneWeeks(await (await aSchool()).as('director'))).rows.every(({ shares }) => shares === null)).toBe(true)
})

test('the counting agrees with the plain reading of the same rows', async () => {
  const rows = await Promise.all(everybody.map(async (who) => (await listOwnCheckIns(await school.as(who), 50)).filter(({ zone }) => zone === 'blue').length))
  const counted = await countZones(director!.db, { campusIds: [school.north.id], from: '2026-03-16', before: '2026-03-23' })
  expect(counted).toEqual([{ campusId: school.north.id, week: '2026-03-16', zone: 'blue', people: rows.filter((count) => count > 0).length }])
})

test('asking for a talk reaches the one who was chosen, once, and nobody else', async () => {
  const [listener] = (await listListeners(teacher!)).filter(({ userId }) => userId === director!.user.id)
  await Promise.all([1, 2, 3].map(() => askForTalk(teacher!, { toUserId: listener!.userId, note: 'After school?' })))
  const asked = await listTalksAsked(director!)
  expect(asked).toMatchObject([{ name: teacher!.user.name, note: 'After school?' }])
  const assistant = await school.as('assistant')
  expect(await listTalksAsked(assistant)).toEqual([])
  await expect(settleTalk(assistant, { id: asked[0]!.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(settleTalk(teacher!, { id: asked[0]!.id })).rejects.toMatchObject({ code: 'not-found' })
  await settleTalk(director!, { id: asked[0]!.id })
  expect(await listTalksAsked(director!)).toEqual([])
  await expect(askForTalk(teacher!, { toUserId: (await (await aSchool()).as('director')).user.id, note: '' })).rejects.toMatchObject({ code: 'not-found' })
})

test('who is asked gets one mail, with what the asker chose to say and nothing of how they are', async () => {
  const assistant = await school.as('assistant')
  const id = crypto.randomUUID()
  await feel(assistant, 'red', id)
  await noteReason(assistant, { id, reason: 'A row with my landlord' })
  await Promise.all([1, 2].map(() => askForTalk(assistant, { toUserId: director!.user.id, note: 'Before <b>Friday</b>?' })))
  const mails = await director!.db.mail.findMany({ where: { template: 'talk-asked' }, orderBy: { createdAt: 'asc' }, select: { id: true } })
  for (const mail of mails.slice(1)) await mailErrand.errand({ mailId: mail.id })
  expect(mails).toHaveLength(2)
  const [mail] = received
  expect(mail).toMatchObject({ subject: `${assistant.user.name} would like to talk to you` })
  expect(mail!.text).toContain('“Before <b>Friday</b>?”')
  expect(mail!.html).toContain('Before &lt;b&gt;Friday&lt;/b&gt;?')
  expect(`${mail!.text} ${String(mail!.html)}`).not.toMatch(/landlord|overwhelmed|\bred\b|zone/i)
  expect(await director!.db.mail.findFirst({ where: { id: mails.at(-1)!.id }, select: { state: true, params: true } })).toEqual({ state: 'sent', params: {} })
  expect(await listKeptMails(await school.as('admin'))).toEqual([])
})
