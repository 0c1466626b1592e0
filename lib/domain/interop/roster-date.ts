import { momentIn } from '@/lib/platform/time'

/**
 * Dates of strangers. ISO dates (OneRoster 1.2, section 3) need no thought; `1/05/2023` may be January or May, so the
 * order is decided once a column from values that allow one reading only, and without such a value not at all.
 */
export type DateOrder = 'dmy' | 'mdy' | 'mixed' | 'unknown'
/** The order of a column; with a zone, instants are read as the date that it was there. */
export type DateReadingOrder = DateOrder | { order: DateOrder; zone: string; midnights: 'written' | 'local' }
export type DateEvidence = { foreign: number; dmy: number; mdy: number; midnights: number }
export type DateReading = { ok: true; date: string; foreign: boolean } | { ok: false; why: 'ambiguous' | 'unreadable' }

const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.? ?m\.?)?)?$/i

const date = (year: number, month: number, day: number): string | null => {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How systems write "no end" where they need a date: a year nobody will see. */
export const isEndless = (text: string): boolean => Number(/(?:^|\D)([2-9]\d{3})(?:\D|$)/.exec(text)?.[1] ?? compact.exec(text)?.[1]) > 2200

const unreadable: DateReading = { ok: false, why: 'unreadable' }
const found = (day: string | null, foreign: boolean): DateReading => (day ? { ok: true, date: day, foreign } : unreadable)

const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/
const midnight = /^\d{4}-\d{2}-\d{2}[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$/

/** The date of an instant at the school: of midnight there, and of midnight UTC where somebody said so. Any other time of day says nothing. */
const localDate = (text: string, { zone, midnights }: { zone: string; midnights: 'written' | 'local' }): string | null => {
  const at = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (Number.isNaN(at.getTime())) return null
  const there = momentIn(zone, at)
  return midnight.test(text) ? (midnights === 'local' ? there.date : null) : there.time === '00:00' ? there.date : null
}

/** Reads one cell to `YYYY-MM-DD`; `order` is what `orderOf` made of the column. Years need four digits. */
export const readDate = (text: string, how: DateReadingOrder): DateReading => {
  const order = typeof how === 'string' ? how : how.order
  if (typeof how !== 'string' && instant.test(text)) {
    const there = localDate(text, how)
    if (there) return found(there, false)
  }
  const own = iso.exec(text) ?? compact.exec(text)
  if (own) {
    const [year, month, day] = own.length === 5 ? [own[1], own[3], own[4]] : [own[1], own[2], own[3]]
    return found(date(Number(year), Number(month), Number(day)), false)
  }
  const parts = numeric.exec(text)
  if (!parts) return unreadable
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])]
  const asDmy = date(year, second, first)
  const asMdy = parts[2] === '.' ? null : date(year, first, second) // 01.05.2023 is written day first everywhere
  if (order === 'dmy' && asDmy) return found(asDmy, true)
  if (order === 'mdy' && asMdy) return found(asMdy, true)
  if (asDmy && asMdy && asDmy !== asMdy) return { ok: false, why: 'ambiguous' }
  return found(asDmy ?? asMdy, true)
}

export const noEvidence = (): DateEvidence => ({ foreign: 0, dmy: 0, mdy: 0, midnights: 0 })

/** Adds to the evidence what one cell says about its column. */
export const weighDate = (text: string, evidence: DateEvidence): void => {
  if (midnight.test(text)) evidence.midnights += 1
  const parts = numeric.exec(text)
  if (!parts) return
  evidence.foreign += 1
  if (parts[2] === '.') evidence.dmy += 1
  else if (Number(parts[1]) > 12) evidence.dmy += 1
  else if (Number(parts[3]) > 12) evidence.mdy += 1
}

export const orderOf = ({ dmy, mdy }: DateEvidence): DateOrder => {
  if (dmy > 0 && mdy > 0) return 'mixed'
  if (dmy > 0) return 'dmy'
  return mdy > 0 ? 'mdy' : 'unknown'
}
