import type { DiagnosticCode } from './roster-diagnostic'
import { isEndless, readDate, type DateOrder } from './roster-date'
import type { Column } from './roster-files'
import { isVocabulary, readTerm } from './roster-terms'

/** What a cell became, or why it did not. Lists are joined by U+001F. A blank cell is null and never erases. */
export type CellReading = { value: string | null; problem?: DiagnosticCode }

export const listSeparator = '\u001f'
const longest = { id: 255, text: 500, list: 2000 }
// eslint's control-character rule knows no intent, so the class is built from numbers. Marks that turn the direction of reading count, too.
const control = new RegExp(`[${String.fromCharCode(0)}-${String.fromCharCode(8)}${String.fromCharCode(14)}-${String.fromCharCode(31)}${String.fromCharCode(127)}-${String.fromCharCode(159)}\u202a-\u202e\u2066-\u2069]`)
const plain = /^[ -~]*$/
const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/

const parts = (text: string, separator: RegExp) =>
  [...new Set(text.replace(/^\[|\]$/g, '').split(separator).map((part) => part.trim().replace(/^"|"$/g, '')).filter((part) => part !== ''))]

const refuse = (column: Column, problem: DiagnosticCode): CellReading => {
  if (!column.soft) return { value: null, problem }
  if (problem === 'cell-date-ambiguous') return { value: null, problem: 'cell-date-unclear' }
  return { value: null, problem: column.kind === 'date' ? 'cell-date-dropped' : 'cell-ignored-value' }
}

const readIn = (text: string, column: Column, order: DateOrder): CellReading => {
  if (isVocabulary(column.kind)) {
    const term = readTerm(column.kind, text)
    if (term) return { value: term }
    return column.kind === 'status' ? { value: null, problem: 'row-status-unknown' } : refuse(column, 'cell-unknown-value')
  }
  switch (column.kind) {
    case 'date': {
      if (column.endless && isEndless(text)) return { value: null }
      const reading = readDate(text, order)
      if (reading.ok) return { value: reading.date }
      return refuse(column, reading.why === 'ambiguous' ? 'cell-date-ambiguous' : 'cell-date-unreadable')
    }
    case 'email':
      return email.test(text) && text.length <= 254 ? { value: text } : refuse(column, 'cell-unknown-value')
    case 'ids':
    case 'list': {
      const found = parts(text, column.kind === 'ids' ? /[,;|]/ : /[,;]/)
      const joined = found.join(listSeparator)
      if (joined.length > longest.list * 4 || found.some((part) => part.length > longest.id)) return refuse(column, 'cell-too-long')
      return { value: joined === '' ? null : joined }
    }
    default:
      return text.length > longest[column.kind === 'id' ? 'id' : 'text'] ? refuse(column, 'cell-too-long') : { value: text }
  }
}

/** Reads one cell of a column. `order` counts for dates only. */
export const readCell = (raw: string | undefined, column: Column, order: DateOrder): CellReading => {
  const given = (raw ?? '').trim()
  if (given === '') return column.must ? { value: null, problem: 'cell-required' } : { value: null }
  if (plain.test(given)) return readIn(given, column, order)
  const text = given.normalize('NFC')
  if (control.test(text)) return { value: null, problem: 'cell-control-character' }
  if (/[\ufffd\p{Cs}]/u.test(text)) return { value: null, problem: 'cell-broken-character' }
  const reading = readIn(text.replace(/\s+/g, ' '), column, order)
  return /[\r\n]/.test(text) && !reading.problem ? { ...reading, problem: 'cell-line-break' } : reading
}
