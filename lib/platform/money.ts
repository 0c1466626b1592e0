import { z } from 'zod'

/** An amount in minor units (cents): a whole number, never a fraction of one. */
export type Minor = number

/** What a `decimal(12,2)` column holds at most. */
export const mostMoney: Minor = 999_999_999_999
const shape = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/

/** `12.3` as 1230; null for what is no amount of at most ten figures and two decimals. */
export function parseMoney(text: string): Minor | null {
  const [, sign, whole, part = ''] = shape.exec(text.trim()) ?? []
  return whole === undefined ? null : Number(`${sign}${whole}${part.padEnd(2, '0')}`) + 0
}

/** 1230 as `12.30`, as a column of the database takes it and a field of a form shows it. */
export function decimalOf(minor: Minor): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no amount.`)
  const figures = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${figures.slice(0, -2)}.${figures.slice(-2)}`
}

/** What Prisma gives of a `decimal(12,2)` column. */
export function minorOf(decimal: { toFixed: (places: number) => string }): Minor {
  const minor = parseMoney(decimal.toFixed(2))
  if (minor === null) throw new RangeError(`${decimal.toFixed(2)} is no amount.`)
  return minor
}

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

/** So many hundredths of a per cent of an amount, half a cent rounded up. */
export const portionOf = (amount: Minor, hundredths: number): Minor => Number((BigInt(amount) * BigInt(hundredths) + 5_000n) / 10_000n)

/** An amount in parts that are in proportion to weights and sum to it: what is left after rounding down goes to the largest remainders. */
export function partsBy(amount: Minor, weights: readonly Minor[]): Minor[] {
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
export const equalParts = (amount: Minor, count: number): Minor[] => partsBy(amount, Array.from({ length: count }, () => 1))

export const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0)

/** For people: an amount in its currency, as a language writes it. Intl takes the decimal text as it stands. */
export const shownMoney = (minor: Minor, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(decimalOf(minor) as Intl.StringNumericLiteral)

/** For drawings alone: whole units of the currency, the cents cut off. */
export const majorOf = (minor: Minor): number => Number(BigInt(minor) / 100n)
