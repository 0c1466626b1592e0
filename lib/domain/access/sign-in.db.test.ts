import { beforeAll, describe, expect, test, vi } from 'vitest'
import { aSchool, testPassword } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { recordOfSession } from '@/lib/platform/context-record.server'
import { gate } from '@/lib/platform/db/gate.server'
import { endFamily, endSessionsOf, hashed, refresh } from '@/lib/platform/session/refresh.server'
import { signIn, type SignedIn } from './sign-in.server'
import { deviceMark } from './throttle.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
beforeAll(async () => {
  school = await aSchool()
})

const caller = { userAgent: 'test', ipAddress: null, device: undefined as string | undefined }
const enter = async (email: string, more: Partial<typeof caller> = {}) => (await signIn({ email, password: testPassword }, { ...caller, ...more })) as SignedIn

describe('signing in', () => {
  test('opens a session whose record says who, where and what they may do', async () => {
    const { familyId, userId } = await enter(school.people.director.email.toUpperCase())
    const record = await recordOfSession(familyId)
    expect(record).toMatchObject({ user: { id: userId }, role: { key: 'campus_director', reach: 'campus' }, organization: { id: school.organizationId } })
    expect(record?.campuses.map(({ id }) => id)).toEqual([school.north.id])
    expect(record?.permissions).toContain('CORRECT_ATTENDANCE')
    expect(record?.permissions).not.toContain('RUN_IMPORTS')
  })

  test('wrong password, nobody, a wildcard and a disabled account are refused alike', async () => {
    const [victim] = [school.people.finance]
    await gate().user.update({ where: { id: victim.userId }, data: { disabled: true } })
    for (const [email, password] of [[school.people.teacher.email, 'wrong'], ['nobody@example.org', testPassword], ['%', testPassword], ['_%@%', testPassword], [victim.email, testPassword]]) {
      expect(await signIn({ email: email!, password: password! }, caller), email).toEqual({ refused: 'wrong' })
    }
    await gate().user.update({ where: { id: victim.userId }, data: { disabled: false } })
  })

  test('one address in two organizations opens the one whose password it is', async () => {
    const other = await aSchool()
    await gate().user.update({ where: { id: other.people.registrar.userId }, data: { email: school.people.registrar.email, password: 'no hash at all' } })
    expect((await enter(school.people.registrar.email)).userId).toBe(school.people.registrar.userId)
  })

  test('guessing is slowed down, and never for the browser that its owner used before', async () => {
    const { email } = school.people.assistant
    const guesses = []
    for (let n = 0; n < 10; n++) guesses.push(await signIn({ email, password: `guess ${n}` }, caller))
    expect(guesses.slice(0, 8)).toEqual(Array(8).fill({ refused: 'wrong' }))
    expect(guesses[9]).toMatchObject({ refused: 'wait', seconds: expect.any(Number) })
    expect(await signIn({ email, password: testPassword }, caller)).toMatchObject({ refused: 'wait' })
    expect(await enter(email, { device: deviceMark(email) })).toMatchObject({ userId: school.people.assistant.userId })
    expect(await signIn({ email, password: testPassword }, { ...caller, device: deviceMark('somebody@else.org') })).toMatchObject({ refused: 'wait' })
  })

  test('an address counts as one however it is spelled', async () => {
    const { email } = school.people.director
    const wide = (n: number) => email.replace(/[a-z]/g, (letter, at) => (at === n ? String.fromCodePoint(letter.codePointAt(0)! + 0xfee0) : letter))
    const guesses = []
    for (let n = 0; n < 10; n++) guesses.push(await signIn({ email: n % 2 ? wide(n % 8).toUpperCase() : wide(n % 8), password: `guess ${n}` }, caller))
    expect(guesses[9]).toMatchObject({ refused: 'wait' })
    expect(await enter(wide(0), { device: deviceMark(email) })).toMatchObject({ userId: school.people.director.userId })
  })
})

describe('refresh tokens', () => {
  test.each([10, 100])('%i at once get the same one successor', async (length) => {
    const { refreshToken, familyId } = await enter(school.people.teacher.email)
    const answers = await Promise.all(Array.from({ length }, () => refresh(refreshToken, caller)))
    expect(new Set(answers.map((answer) => answer?.token)).size).toBe(1)
    expect(await gate().authRefreshToken.count({ where: { familyId, revokedAt: null } })).toBe(1)
    expect(await recordOfSession(familyId)).not.toBeNull()
  })

  test('only the immediate predecessor is accepted, and for seconds only; anything older ends the family', async () => {
    const first = await enter(school.people.teacher.email)
    const second = await refresh(first.refreshToken, caller)
    await refresh(second!.token, caller)
    expect(await refresh(first.refreshToken, caller)).toBeNull()
    expect(await recordOfSession(first.familyId)).toBeNull()

    const other = await enter(school.people.teacher.email)
    await refresh(other.refreshToken, caller)
    await asOwner((owner) => owner.query(`UPDATE auth_refresh_tokens SET "revokedAt" = now() - interval '11 seconds' WHERE "familyId" = $1 AND "revokedAt" IS NOT NULL`, [other.familyId]))
    expect(await refresh(other.refreshToken, caller)).toBeNull()
    expect(await recordOfSession(other.familyId)).toBeNull()
  })

  test('an expired token, an expired family and an invented token are nothing', async () => {
    for (const column of ['"expiresAt"', 'family_expires_at']) {
      const { refreshToken, familyId } = await enter(school.people.teacher.email)
      await asOwner((owner) => owner.query(`UPDATE auth_refresh_tokens SET ${column} = now() - interval '1 second' WHERE "familyId" = $1`, [familyId]))
      expect(await refresh(refreshToken, caller), column).toBeNull()
    }
    expect(await refresh('invented', caller)).toBeNull()
  })

  /** A renewal that has stored its successor but not committed when `end` begins. */
  async function whileRenewing(token: string, end: () => Promise<unknown>) {
    await asOwner(async (owner) => {
      await owner.query('BEGIN')
      await owner.query(`SELECT refresh_session($1, 'successor ' || $1, NULL, NULL, '1 day', '10 s')`, [hashed(token)])
      const ending = end()
      const waiting = 'SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))'
      await vi.waitUntil(async () => (await owner.query(waiting)).rowCount, { timeout: 120_000 })
      await owner.query('COMMIT')
      await ending
    })
  }

  test('a renewal under way does not outlive the end of its session', async () => {
    const { email, userId } = school.people.teacher
    const [left, everywhere, stolen] = [await enter(email), await enter(email), await enter(email)]
    await whileRenewing(left.refreshToken, () => endFamily(userId, left.familyId))
    expect(await recordOfSession(left.familyId)).toBeNull()
    expect(await recordOfSession(everywhere.familyId)).not.toBeNull()
    await whileRenewing(everywhere.refreshToken, () => endSessionsOf(userId))
    expect(await recordOfSession(everywhere.familyId)).toBeNull()

    const again = await enter(email)
    const second = await refresh(again.refreshToken, caller)
    const third = await refresh(second!.token, caller)
    await whileRenewing(third!.token, () => refresh(again.refreshToken, caller))
    expect(await recordOfSession(again.familyId), 'a stolen token came back in the middle of a renewal').toBeNull()
    expect(await refresh(stolen.refreshToken, caller), 'after all sessions were ended').toBeNull()
  })

  test('nobody’s family is ended by somebody else', async () => {
    const { familyId } = await enter(school.people.teacher.email)
    await endFamily(school.people.admin.userId, familyId)
    expect(await recordOfSession(familyId)).not.toBeNull()
  })

  test.each([
    ['disabled', { disabled: true }, { disabled: false }],
    ['removed', { deletedAt: new Date() }, { deletedAt: null }],
    ['left without a role', { roleId: null }, 'role'],
  ] as const)('renewing opens nothing for who was %s', async (_, change, back) => {
    const { email, userId } = school.people.registrar
    const { refreshToken, familyId } = await enter(email)
    const set = (data: object) => gate().user.update({ where: { id: userId }, data, select: { id: true } })
    await set(change)
    await refresh(refreshToken, caller)
    expect(await recordOfSession(familyId)).toBeNull()
    await set(back === 'role' ? { roleId: school.roles.registrar } : back)
  })

  test('tokens are stored hashed', async () => {
    const { refreshToken } = await enter(school.people.teacher.email)
    expect(await gate().authRefreshToken.count({ where: { tokenHash: refreshToken } })).toBe(0)
  })
})

describe('the very next request', () => {
  test('knows that a person was disabled, removed, signed out, or has another role', async () => {
    const { userId, email } = school.people.admin
    const session = await enter(email)
    await gate().user.update({ where: { id: userId }, data: { roleId: school.roles.teacher } })
    expect((await recordOfSession(session.familyId))?.role.key).toBe('teacher')
    await gate().user.update({ where: { id: userId }, data: { disabled: true } })
    expect(await recordOfSession(session.familyId)).toBeNull()
    await gate().user.update({ where: { id: userId }, data: { disabled: false, roleId: school.roles.organization_administrator } })
    expect(await recordOfSession(session.familyId)).not.toBeNull()
    await endFamily(userId, session.familyId)
    expect(await recordOfSession(session.familyId)).toBeNull()
    const [one, two] = [await enter(email), await enter(email)]
    await endSessionsOf(userId)
    expect([await recordOfSession(one.familyId), await recordOfSession(two.familyId)]).toEqual([null, null])
  })
})

test('support of the platform looks into the organization that its session was turned to, and may change nothing', async () => {
  const role = await gate().role.findFirstOrThrow({ where: { key: 'platform_support', organizationId: null }, select: { id: true } })
  const email = `support.${crypto.randomUUID()}@example.org`
  const { password } = await gate().user.findFirstOrThrow({ where: { id: school.people.teacher.userId }, select: { password: true } })
  await gate().user.create({ data: { email, password, roleId: role.id } })
  const { familyId } = await enter(email)
  expect(await recordOfSession(familyId)).toMatchObject({ organization: null, role: { everywhere: true } })
  await gate().authRefreshToken.updateMany({ where: { familyId }, data: { organizationId: school.organizationId } })
  expect(await recordOfSession(familyId)).toMatchObject({ organization: null })
  const { userId } = await gate().authRefreshToken.findFirstOrThrow({ where: { familyId }, select: { userId: true } })
  const grant = { requestedById: userId, requestedBy: email, reason: 'A register does not open.', hours: 1 }
  const { id } = await school.db.supportGrant.create({ data: grant, select: { id: true } })
  expect(await recordOfSession(familyId)).toMatchObject({ organization: null })
  await school.db.supportGrant.update({ where: { id }, data: { approvedAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) } })
  const record = await recordOfSession(familyId)
  expect(record?.organization?.id).toBe(school.organizationId)
  expect(record?.permissions).toContain('READ_STUDENTS')
  expect(record?.permissions.filter((name) => !name.startsWith('READ_'))).toEqual([])
  expect((await recordOfSession((await enter(school.people.admin.email)).familyId))?.visit).toMatchObject({ by: email, reason: grant.reason })
  await school.db.supportGrant.update({ where: { id }, data: { endedAt: new Date() } })
  expect(await recordOfSession(familyId)).toMatchObject({ organization: null, visit: null })
})

test('the gate opens only the tables of accounts', async () => {
  const closed = gate() as unknown as Record<string, { findMany: () => Promise<unknown> }>
  await expect(closed.student!.findMany()).rejects.toThrow(/at the gate/)
})
