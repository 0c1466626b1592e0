type Money = { locale: string; currency: string }

const digitsOf = ({ locale, currency }: Money) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

const decimalMark = (locale: string) =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'

export function amountText(minor: number | null | undefined, money: Money): string {
  if (minor === null || minor === undefined) return ''
  const digits = digitsOf(money)
  return (minor / 10 ** digits).toLocaleString(money.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/**
 * Reads `1,234.50`, `1.234,50`, `1 234,5`. The last comma or point is the decimal mark, unless exactly three
 * digits follow and it is not this locale's mark: then it groups thousands.
 */
export function minorUnits(text: string, money: Money): number | null {
  const digits = digitsOf(money)
  const clean = text.replace(/[\s\u00A0\u202F'’]/g, '')
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(clean)) return null
  const at = Math.max(clean.lastIndexOf('.'), clean.lastIndexOf(','))
  const tail = at < 0 ? '' : clean.slice(at + 1)
  const isGroup = tail.length === 3 && clean[at] !== decimalMark(money.locale)
  const whole = (at < 0 || isGroup ? clean : clean.slice(0, at)).replace(/[.,]/g, '')
  const fraction = isGroup ? '' : tail
  if (fraction.length > digits) return null
  const minor = Number(`${whole}${fraction.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? minor : null
}
