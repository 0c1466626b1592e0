import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountText, minorUnits } from './amount'

const us = { locale: 'en', currency: 'USD' }
const spain = { locale: 'es', currency: 'EUR' }

it.each([
  ['1,234.50', us, 123450],
  ['1.234,50', spain, 123450],
  ['1 234,5', spain, 123450],
  ['12', us, 1200],
  ['1,234', us, 123400],
  ['1.234', spain, 123400],
  ['0.05', us, 5],
  ['-3.20', us, -320],
  ['1234', { locale: 'en', currency: 'JPY' }, 1234],
  ['1.005', us, null],
  ['twelve', us, null],
  ['', us, null],
])('reads %s', (text, money, minor) => {
  expect(minorUnits(text, money)).toBe(minor)
})

it('reads back what it writes', () => {
  fc.assert(fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.constantFrom(us, spain), (minor, money) => {
    expect(minorUnits(amountText(minor, money), money)).toBe(minor)
  }))
})
