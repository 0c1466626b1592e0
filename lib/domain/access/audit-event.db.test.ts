import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { writeHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { daysAfter, momentIn } from '@/lib/platform/time'
import { aSchool, testPassword } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { changePassword } from './account.server'
import { auditList } from './audit-event'
import { listAuditEvents } from './audit-event.server'
import { findUserChoices } from './user-choice.server'
import { signIn } from './sign-in.server'
import { sendReset } from './user-deeds.server'
import { getUser } from './user.server'

let school: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
beforeAll(async () => {
  school = await aSchool()
  admin = await school.as('admin')
})
const found = async (ctx: Ctx, narrowed: Record<string, string>) => (await listAuditEvents(ctx, parseList(auditList, narrowed))).rows

test('who did what is narrowed by person, record, kind and day, and is one organization’s own', async () => {
  const { userId } = school.people.teacher
  await sendReset(admin, { id: userId, seen: (await getUser(admin, userId)).seen })
  await writeHistory(admin.db, admin, { deed: 'create-grade', entity: 'grades', id: crypto.randomUUID() })
  expect(await found(admin, { record: userId })).toMatchObject([{ deed: 'send-reset', entity: 'users', entityId: userId, actorId: admin.user.id }])
  expect((await found(admin, { actor: admin.user.id })).map(({ deed }) => deed)).toEqual(['create-grade', 'send-reset'])
  expect((await found(admin, { kind: 'access' })).map(({ deed }) => deed)).toEqual(['send-reset'])
  expect((await found(admin, { entity: 'grades', kind: 'created' })).map(({ deed }) => deed)).toEqual(['create-grade'])
  const [event] = await found(admin, { record: userId })
  const { date } = momentIn(admin.timeZone, event!.at)
  expect(await found(admin, { record: userId, from: date, to: date })).toHaveLength(1)
  expect(await found(admin, { record: userId, to: daysAfter(date, -1) })).toEqual([])
  expect(await found(admin, { record: userId, from: daysAfter(date, 1) })).toEqual([])
  const stranger = await (await aSchool()).as('admin')
  expect(await found(stranger, { record: userId })).toEqual([])
  expect(await findUserChoices(stranger, school.people.teacher.email)).toEqual([])
  expect(await findUserChoices(admin, school.people.teacher.email)).toMatchObject([{ id: userId }])
})

test('nothing of a password or a code gets into it, and nobody rewrites it', async () => {
  const { email } = school.people.finance
  const finance = await school.as('finance')
  const device = { userAgent: 'test', ipAddress: null, device: undefined }
  await signIn({ email, password: 'a wrong sentence of mine' }, device)
  await changePassword(finance, { current: testPassword, password: 'a new sentence of mine', again: 'a new sentence of mine' }, crypto.randomUUID())
  await signIn({ email, password: 'a new sentence of mine' }, device)
  const all = await found(admin, {})
  expect(all.map(({ deed }) => deed)).toContain('change-password')
  expect(JSON.stringify(all)).not.toMatch(/sentence of mine|argon2/)
  const [first] = all
  await expect(admin.db.auditEvent.updateMany({ where: { id: first!.id }, data: { deed: 'nothing' } })).rejects.toBeTruthy()
  await expect(admin.db.auditEvent.deleteMany({ where: { id: first!.id } })).rejects.toBeTruthy()
  const rights = await asOwner(async (owner) => (await owner.query(`SELECT privilege_type AS may FROM information_schema.role_table_grants WHERE table_name = 'audit_events' AND grantee = 'homeroom_app' ORDER BY 1`)).rows)
  expect(rights.map(({ may }) => may)).toEqual(['INSERT', 'SELECT'])
})
