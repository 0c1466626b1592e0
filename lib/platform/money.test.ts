import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, equalParts, minorOf, moneyInput, parseMoney, partsBy, portionOf, shownMoney, sumOf } from './money'

test.each([['0', 'amountPositive'], ['-1', 'amountPositive'], ['0.001', 'amount'], ['1e21', 'amount'], ['NaN', 'amount'], ['1,000.00', 'amount'], ['12345678901234567', 'amount'], ['', 'required'], ['.5', 'amount'], ['٣', 'amount'], ['Infinity', 'amount']])('%s is refused with a message', (text, problem) => {
  expect(moneyInput.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([`form.problems.${problem}`])
})

test('an amount comes back as it went', () => {
  fc.assert(fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (minor) => {
    expect(parseMoney(decimalOf(minor))).toBe(minor)
    expect(minorOf({ toFixed: () => decimalOf(minor) })).toBe(minor)
  }))
  expect([moneyInput.parse('30'), moneyInput.parse(' 30.5 '), moneyInput.parse('0.01'), moneyInput.parse('9999999999.99')]).toEqual([3000, 3050, 1, 999_999_999_999])
  expect(() => decimalOf(0.5)).toThrow(RangeError)
})

test('parts sum to the whole, none below zero, each within a cent of its share', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.array(fc.integer({ min: 0, max: 999_999_999_999 }), { minLength: 1, maxLength: 12 }), (amount, weights) => {
    const parts = partsBy(amount, weights)
    const whole = sumOf(weights)
    expect(sumOf(parts)).toBe(whole === 0 ? 0 : amount)
    for (const [at, part] of parts.entries()) {
      expect(part).toBeGreaterThanOrEqual(0)
      if (whole > 0) expect(BigInt(part) - (BigInt(amount) * BigInt(weights[at] ?? 0)) / BigInt(whole)).toBeLessThanOrEqual(1n)
    }
  }))
  expect(equalParts(10_000, 3)).toEqual([3334, 3333, 3333])
})

test('a portion is rounded to the cent, half of one up', () => {
  expect([portionOf(10_000, 1250), portionOf(1, 5_000), portionOf(999_999_999_999, 10_000)]).toEqual([1250, 1, 999_999_999_999])
})

test('people read it in their language', () => {
  expect(shownMoney(123_456_789, 'USD', 'en')).toBe('$1,234,567.89')
  expect(shownMoney(999_999_999_999, 'EUR', 'es').replace(/\s/g, ' ')).toBe('9.999.999.999,99 €')
})
