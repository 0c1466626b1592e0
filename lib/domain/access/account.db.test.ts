import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { recordOfSession } from '@/lib/platform/context-record.server'
import { aSchool, testPassword } from '@/prisma/seed/a-school'
import { passwordChangeInput } from './account'
import { changePassword, endOtherSessions, endSession, getAccount, listSessions, updateAccount } from './account.server'
import { openLink } from './credential.server'
import { mailErrand } from './mail-delivery.server'
import { tokenOfMail } from './mail-words.server'
import { signIn, type SignedIn } from './sign-in.server'

let school: Awaited<ReturnType<typeof aSchool>>
let teacher: Ctx
beforeAll(async () => {
  school = await aSchool()
  teacher = await school.as('teacher')
})

const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const enter = async (password = testPassword, userAgent = browser) => (await signIn({ email: school.people.teacher.email, password }, { userAgent, ipAddress: null, device: undefined })) as SignedIn
const change = (current: string, password: string) => passwordChangeInput.parse({ current, password, again: password })

test('one changes what one says of oneself, of two tabs the second is told, and nobody changes somebody else', async () => {
  const { id, seen } = await getAccount(teacher)
  const own = { firstName: 'Zoë', lastName: null, locale: 'es' as const }
  await updateAccount(teacher, { id, seen, ...own })
  expect(await getAccount(teacher)).toMatchObject(own)
  await expect(updateAccount(teacher, { id, seen, ...own, firstName: 'Late' })).rejects.toMatchObject({ code: 'conflict', detail: { current: { values: { firstName: 'Zoë' } } } })
  await expect(updateAccount(await school.as('registrar'), { id, seen: (await getAccount(teacher)).seen, ...own })).rejects.toMatchObject({ code: 'not-found' })
})

test('sessions are shown with their browser, and ended one by one or all but this one', async () => {
  const [here, second, third] = [await enter(), await enter(), await enter(testPassword, 'curl/8')]
  const rows = await listSessions(teacher, here.familyId)
  expect(rows.find(({ isHere }) => isHere)).toMatchObject({ familyId: here.familyId, browser: 'Chrome', system: 'Windows' })
  await endSession(teacher, { familyId: second.familyId })
  expect(await recordOfSession(second.familyId)).toBeNull()
  await expect(endSession(await school.as('registrar'), { familyId: third.familyId })).rejects.toMatchObject({ code: 'not-found' })
  expect(await recordOfSession(third.familyId)).not.toBeNull()
  await endOtherSessions(teacher, here.familyId)
  expect((await listSessions(teacher, here.familyId)).map(({ familyId }) => familyId)).toEqual([here.familyId])
})

test('a new password needs the current one, is none of the commonest, and signs the other devices out', async () => {
  const [here, other] = [await enter(), await enter()]
  await expect(changePassword(teacher, change('wrong', 'a long enough sentence'), here.familyId)).rejects.toMatchObject({ fields: { current: { key: 'access.problems.passwordWrong' } } })
  await expect(changePassword(teacher, change(testPassword, 'Password1'), here.familyId)).rejects.toMatchObject({ fields: { password: { key: 'access.problems.passwordCommon' } } })
  const { id: mailId } = await school.db.mail.create({ data: { template: 'reset', recipient: teacher.user.email, userId: teacher.user.id }, select: { id: true } })
  await mailErrand.errand({ mailId })
  expect(await openLink(tokenOfMail(mailId), 'reset_password')).not.toBeNull()
  const both = await Promise.allSettled(['七転び八起き七転び八起き', '七転び八起き七転び八起き'].map((next) => changePassword(teacher, change(testPassword, next), here.familyId)))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await openLink(tokenOfMail(mailId), 'reset_password')).toBeNull()
  expect(await recordOfSession(here.familyId)).not.toBeNull()
  expect(await recordOfSession(other.familyId)).toBeNull()
  expect(await enter()).toEqual({ refused: 'wrong' })
  for (const typed of ['七転び八起き七転び八起き', '七転び八起き七転び八起き'.normalize('NFD')]) expect(await enter(typed)).toMatchObject({ userId: teacher.user.id })
})

test.each([['short', 'seven77'], ['long', 'x'.repeat(129)]])('a password that is too %s is refused beside its field', (_, password) => {
  expect(passwordChangeInput.safeParse({ current: 'a', password, again: password }).error?.issues[0]?.path).toEqual(['password'])
  expect(passwordChangeInput.safeParse({ current: 'a', password: '👩‍👩‍👧👩‍👩‍👧', again: '👩‍👩‍👧👩‍👩‍👧' }).success).toBe(true)
})
