import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, equalParts, minorOf, moneyInput, parseMoney, partsBy, portionOf, shownMoney, sumFrom, sumOf, unitOf } from './money'

test.each([['0', 'amountPositive'], ['-1', 'amountPositive'], ['0.001', 'amount'], ['1e21', 'amount'], ['NaN', 'amount'], ['1,000.00', 'amount'], ['1.234,56', 'amount'], ['1,234', 'amount'], ['12345678901234567', 'amount'], ['', 'required'], ['.5', 'amount'], ['٣', 'amount'], ['Infinity', 'amount']])('%s is refused with a message', (text, problem) => {
  expect(moneyInput.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([`form.problems.${problem}`])
})

test('an amount comes back as it went', () => {
  fc.assert(fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (minor) => {
    expect(parseMoney(decimalOf(minor))).toBe(minor)
    expect(minorOf({ toFixed: () => decimalOf(minor) })).toBe(minor)
  }))
  expect([moneyInput.parse('30'), moneyInput.parse(' 30.5 '), moneyInput.parse('0.01'), moneyInput.parse('9999999999.99'), moneyInput.parse('12,5')]).toEqual([3000, 3050, 1, 999_999_999_999, 1250])
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

test('a sum may be wider than a column, and nothing else is a sum', () => {
  expect([sumFrom('19999999999.98'), sumFrom('-0.50'), sumFrom('0'), minorOf({ toFixed: () => '20000000000.00' })]).toEqual([1_999_999_999_998, -50, 0, 2_000_000_000_000])
  for (const text of ['', 'x', '1.234', '99999999999999999']) expect(() => sumFrom(text)).toThrow(RangeError)
})

test('a currency without cents is written and divided without them, one of three places with three', () => {
  expect([shownMoney(123_400, 'JPY', 'en'), shownMoney(123_450, 'JPY', 'en'), shownMoney(150, 'KWD', 'en').replace(/\s/g, ' ')]).toEqual(['¥1,234', '¥1,234.50', 'KWD 1.500'])
  expect(equalParts(1_000_000, 3, unitOf('JPY'))).toEqual([333_400, 333_300, 333_300])
  expect([portionOf(333_300, 1_250, unitOf('JPY')), portionOf(150, 10_000, unitOf('JPY')), unitOf('USD')]).toEqual([41_700, 150, 1])
})
