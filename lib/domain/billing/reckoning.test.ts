import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equalParts, sumOf } from '@/lib/platform/money'
import { spread } from './payment'
import { discountsOf, instalmentLines, reckon, type Rule, type Standing } from './reckoning'

const rule = (id: string, more: Partial<Rule>): Rule => ({ id, name: id, kind: 'by_hand', position: 1, percent: null, amount: null, fromChild: null, until: null, ...more })
const standing = (more: Partial<Standing> = {}): Standing => ({ child: 1, staffChild: false, enrolledOn: null, granted: new Map(), ...more })
const line = fc.record({ description: fc.string(), amount: fc.integer({ min: 1, max: 10_000_000 }), taxRate: fc.integer({ min: 0, max: 10_000 }) })

test('rules are combined in their stated order, each on what is left, with the reason', () => {
  const rules = [rule('second', { kind: 'scholarship', position: 2, amount: 5_000 }), rule('first', { kind: 'sibling', position: 1, percent: 1_000, fromChild: 2 }), rule('third', { kind: 'staff_child', position: 3, percent: 5_000 })]
  const taken = discountsOf(100_000, rules, standing({ child: 2, staffChild: true, granted: new Map([['second', 'Board of June']]) }))
  expect(taken.map(({ ruleId, amount, reason }) => [ruleId, amount, reason])).toEqual([['first', 10_000, null], ['second', 5_000, 'Board of June'], ['third', 42_500, null]])
})

test('the first child, the late one and whoever was granted nothing pay it all; nobody pays less than nothing', () => {
  const rules = [rule('a', { kind: 'sibling', percent: 1_000, fromChild: 2 }), rule('b', { kind: 'early_bird', percent: 500, until: '2026-05-31' }), rule('c', { amount: 100 })]
  expect(discountsOf(1_000, rules, standing({ enrolledOn: '2026-06-01' }))).toEqual([])
  expect(sumOf(discountsOf(1_000, [rule('a', { amount: 900 }), rule('b', { amount: 900 })], standing({ granted: new Map([['a', null], ['b', null]]) })).map(({ amount }) => amount))).toBe(1_000)
})

test('an invoice adds up in every line and as a whole', () => {
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(1, 100), fc.boolean(), (drawn, percent, unit, isWhole) => {
    const lines = isWhole ? drawn.map((one) => ({ ...one, amount: one.amount * unit })) : drawn
    const subtotal = sumOf(lines.map(({ amount }) => amount))
    const made = reckon(lines, discountsOf(subtotal, [rule('a', { percent })], standing({ granted: new Map([['a', null]]) }), unit), unit)
    if (isWhole) expect([made.total, ...made.lines.map(({ taxAmount }) => taxAmount)].every((amount) => amount % unit === 0)).toBe(true)
    expect(made.subtotal).toBe(subtotal)
    expect(sumOf(made.lines.map(({ discountAmount }) => discountAmount))).toBe(made.discountAmount)
    expect(sumOf(made.lines.map(({ amount, discountAmount, taxAmount }) => amount - discountAmount + taxAmount))).toBe(made.total)
    for (const { amount, discountAmount } of made.lines) expect(discountAmount >= 0 && discountAmount <= amount).toBe(true)
  }))
})

test('instalments sum to their amounts and to the lines', () => {
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 12 }), (lines, count) => {
    const parts = equalParts(sumOf(lines.map(({ amount }) => amount)), count)
    const made = instalmentLines(lines.map((one, at) => ({ ...one, description: String(at) })), parts)
    expect(made.map((part) => sumOf(part.map(({ amount }) => amount)))).toEqual(parts)
    for (const [at, { amount }] of lines.entries()) expect(sumOf(made.flat().filter(({ description }) => description === String(at)).map((part) => part.amount))).toBe(amount)
  }))
})

test('an amount goes to what is open in its order, no more to any than it owes', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 6 }), (amount, balances) => {
    const put = spread(amount, balances.map((balance, at) => ({ id: String(at), balance })))
    expect(sumOf(put.map((one) => one.amount))).toBe(Math.min(amount, sumOf(balances)))
    for (const [at, one] of put.slice(0, -1).entries()) expect(one).toEqual({ invoiceId: String(at), amount: balances[at] })
  }))
})
