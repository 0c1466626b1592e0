import { beforeAll, expect, test } from 'vitest'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { daysAfter } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { anInvoice } from './a-bill'
import { discountInput, discountList, grantInput } from './discount'
import { createDiscount, endGrant, getDiscount, grantDiscount, listDiscounts, listGrants, updateDiscount } from './discount.server'

let school: Awaited<ReturnType<typeof aSchool>>
let finance: Ctx
let stranger: Ctx
beforeAll(async () => {
  school = await aSchool()
  finance = await school.as('finance')
  stranger = await (await aSchool()).as('finance')
})

const form = (more: object = {}) => ({ name: `Rule ${crypto.randomUUID()}`, kind: 'scholarship', measure: 'percent', percent: '50', amount: '', position: '1', fromChild: '2', until: '', active: true, ...more })
const issuesOf = (more: object) => discountInput.safeParse(form(more)).error?.issues.map(({ path }) => path.join('.'))
const today = todayIn('UTC')
const totalOf = async (id: string) => (await school.db.invoice.findFirstOrThrow({ where: { id }, select: { totalAmount: true } })).totalAmount.toFixed(2)

test('a scholarship is granted from a day to a day, and invoices within have it', async () => {
  const student = school.studentIds[0]!
  const { id: ruleId } = await createDiscount(finance, discountInput.parse(form()))
  const { id } = await grantDiscount(finance, grantInput.parse({ ruleId, studentId: student, startsOn: today, endsOn: '', reason: 'By the board' }))
  expect(await totalOf(await anInvoice(finance, student, '100.00', { withDiscounts: true }))).toBe('50.00')
  await endGrant(finance, { id, endsOn: today })
  expect(await listGrants(finance, ruleId)).toMatchObject([{ studentId: student, endsOn: today, reason: 'By the board' }])
  await expect(endGrant(finance, { id, endsOn: daysAfter(today, -3) })).rejects.toMatchObject({ code: 'invalid' })
  const { seen } = await getDiscount(finance, ruleId)
  await updateDiscount(finance, { ...discountInput.parse(form({ measure: 'amount', amount: '10.00', percent: '' })), id: ruleId, seen })
  expect(await totalOf(await anInvoice(finance, student, '100.00', { withDiscounts: true }))).toBe('90.00')
  await expect(updateDiscount(finance, { ...discountInput.parse(form()), id: ruleId, seen })).rejects.toMatchObject({ code: 'conflict' })
  expect((await listHistory(finance, 'discount_rules', ruleId)).map(({ deed }) => deed)).toEqual(['update-discount', 'end-discount', 'grant-discount', 'create-discount'])
})

test('amounts that are none, and kinds without what they ask for, are told beside their field', () => {
  for (const wrong of ['0', '-1', '0.001', '101', 'NaN', '1e2', '']) expect(issuesOf({ percent: wrong }), wrong).toEqual(['percent'])
  for (const wrong of ['0', '1,000.00', '12345678901234567']) expect(issuesOf({ measure: 'amount', amount: wrong }), wrong).toEqual(['amount'])
  expect(issuesOf({ kind: 'sibling', fromChild: '1' })).toEqual(['fromChild'])
  expect(issuesOf({ kind: 'early_bird' })).toEqual(['until'])
})

test('a rule that follows from the family is granted to nobody, one student has a rule once, and others see nothing of it', async () => {
  const { id: sibling } = await createDiscount(finance, discountInput.parse(form({ kind: 'sibling' })))
  const grant = (ruleId: string, studentId: string) => grantInput.parse({ ruleId, studentId, startsOn: today, endsOn: '', reason: '' })
  await expect(grantDiscount(finance, grant(sibling, school.studentIds[1]!))).rejects.toMatchObject({ message: 'discounts.refusals.follows' })
  const { id: byHand } = await createDiscount(finance, discountInput.parse(form({ kind: 'by_hand' })))
  const twice = await Promise.allSettled([1, 2].map(() => grantDiscount(finance, grant(byHand, school.studentIds[1]!))))
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(getDiscount(stranger, byHand)).rejects.toMatchObject({ code: 'not-found' })
  await expect(grantDiscount(stranger, grant(byHand, school.studentIds[1]!))).rejects.toMatchObject({ code: 'not-found' })
  expect((await listDiscounts(stranger, parseList(discountList, {}))).rows).toEqual([])
})
