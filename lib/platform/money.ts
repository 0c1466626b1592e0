import { z } from 'zod'

/** An amount in minor units (cents): a whole number, never a fraction of one. */
export type Minor = number

/** What a `decimal(12,2)` column holds at most. */
export const mostMoney: Minor = 999_999_999_999
const shape = /^(-?)(\d{1,10})(?:[.,](\d{1,2}))?$/

/** How many places a currency has after its point: none the yen, three the dinar. */
const placesOf = new Map<string, number>()
function places(currency: string): number {
  const known = placesOf.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  placesOf.set(currency, known)
  return known
}
/** What amounts that are worked out are rounded to: a cent, or a whole yen. */
export const unitOf = (currency: string): Minor => (places(currency) === 0 ? 100 : 1)

/** `12.3`, or `12,3` as half the world writes it, as 1230; null for what is no amount of at most ten figures and two decimals. */
export function parseMoney(text: string): Minor | null {
  const [, sign, whole, part = ''] = shape.exec(text.trim()) ?? []
  return whole === undefined ? null : Number(`${sign}${whole}${part.padEnd(2, '0')}`) + 0
}

/** A sum that the database has made of many amounts: it may be wider than a column. */
export function sumFrom(text: string): Minor {
  const [whole = '', part = ''] = text.split('.')
  const minor = Number(`${whole}${part.padEnd(2, '0')}`)
  if (!/^-?\d+(\.\d{1,2})?$/.test(text) || !Number.isSafeInteger(minor)) throw new RangeError(`${text} is no sum.`)
  return minor + 0
}

/** 1230 as `12.30`, as a column of the database takes it and a field of a form shows it. */
export function decimalOf(minor: Minor): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no amount.`)
  const figures = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${figures.slice(0, -2)}.${figures.slice(-2)}`
}

/** What Prisma gives of a `decimal(12,2)` column, or of a sum over one. */
export const minorOf = (decimal: { toFixed: (places: number) => string }): Minor => sumFrom(decimal.toFixed(2))

const bounded = (least: Minor, problem: string) =>
  z.string().trim().transform((text, context): Minor => {
    const minor = parseMoney(text)
    const wrong = text === '' ? 'required' : minor === null ? 'amount' : minor < least ? problem : null
    if (wrong === null && minor !== null) return minor
    context.addIssue({ code: 'custom', message: `form.problems.${wrong ?? 'amount'}` })
    return z.NEVER
  })

/** An amount of a form, more than nothing. Parsed to minor units. */
export const moneyInput = bounded(1, 'amountPositive')
/** An amount of a form that may be nothing. */
export const moneyOrNoneInput = bounded(0, 'amountNotNegative')

/** Hundredths of a per cent: `12.5` as 1250. */
export const percentInput = moneyOrNoneInput.refine((hundredths) => hundredths <= 10_000, 'form.problems.percent')

/** So many hundredths of a per cent of an amount, half a unit rounded up. */
export const portionOf = (amount: Minor, hundredths: number, unit: Minor = 1): Minor => Math.min(amount, Number((BigInt(amount) * BigInt(hundredths) + 5_000n * BigInt(unit)) / (10_000n * BigInt(unit))) * unit)

/** An amount in parts that are in proportion to weights and sum to it: what is left after rounding down goes to the largest remainders. */
export function partsBy(amount: Minor, weights: readonly Minor[], unit: Minor = 1): Minor[] {
  if (unit > 1 && amount % unit === 0) return partsBy(amount / unit, weights).map((part) => part * unit)
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) return weights.map(() => 0)
  const shares = weights.map((weight, at) => ({ at, floor: (BigInt(amount) * BigInt(weight)) / whole, rest: (BigInt(amount) * BigInt(weight)) % whole }))
  let left = amount - shares.reduce((sum, { floor }) => sum + Number(floor), 0)
  const parts = shares.map(({ floor }) => Number(floor))
  for (const { at } of [...shares].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  return parts
}

/** An amount in so many equal parts; the first ones carry the cents that are over. */
export const equalParts = (amount: Minor, count: number, unit: Minor = 1): Minor[] => partsBy(amount, Array.from({ length: count }, () => 1), unit)

export const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0)

/** For people: an amount in its currency, as a language writes it, no part of it left out. Intl takes the decimal text as it stands. */
export function shownMoney(minor: Minor, currency: string, locale: string): string {
  const digits = places(currency) === 0 && minor % 100 === 0 ? 0 : Math.max(2, places(currency))
  return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(decimalOf(minor) as Intl.StringNumericLiteral)
}

/** For spreadsheets, which are to add it up: 1230 as 12.3. */
export const numberOf = (minor: Minor): number => Number(decimalOf(minor))

/** For drawings alone: whole units of the currency, the cents cut off. */
export const majorOf = (minor: Minor): number => Number(BigInt(minor) / 100n)
