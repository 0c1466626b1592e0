import { isBlank, withoutInvisible, type BlankKind } from './roster-blank'
import type { DiagnosticCode } from './roster-diagnostic'
import { isEndless, readDate, type DateReadingOrder } from './roster-date'
import type { Column } from './roster-files'
import { gradesOf, isVocabulary, readTerm } from './roster-terms'

/** What a cell became, or why it did not. Lists are joined by U+001F. A blank cell is null and never erases. */
export type CellReading = { value: string | null; problem?: DiagnosticCode }

export const listSeparator = '\u001f'
const longest = { id: 255, text: 500, list: 2000 }
// eslint's control-character rule knows no intent, so the class is built from numbers.
const controls = `[${String.fromCharCode(0)}-${String.fromCharCode(8)}${String.fromCharCode(14)}-${String.fromCharCode(31)}${String.fromCharCode(127)}-${String.fromCharCode(159)}]`
const control = new RegExp(controls)
const everyControl = new RegExp(controls, 'g')
const plain = /^[ -~]*$/
const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/

const parts = (text: string, separator: RegExp) =>
  [...new Set(text.replace(/^\[|\]$/g, '').split(separator).map((part) => part.trim().replace(/^"|"$/g, '')).filter((part) => part !== ''))]

const refuse = (column: Column, problem: DiagnosticCode): CellReading => {
  if (!column.soft) return { value: null, problem }
  if (problem === 'cell-date-ambiguous') return { value: null, problem: 'cell-date-unclear' }
  return { value: null, problem: column.kind === 'date' ? 'cell-date-dropped' : 'cell-ignored-value' }
}

/** A spreadsheet took a long number for a quantity: its last digits are lost, and with them whose id it was. */
const shortened = /^\d+(?:[.,]\d+)?E\+?\d{2,}$/i

const blankKind = ({ kind }: Column): BlankKind => (kind === 'name' ? 'name' : kind === 'id' || kind === 'ids' ? 'id' : kind === 'date' ? 'date' : kind === 'text' ? 'text' : 'other')
export const isBlankCell = (raw: string | undefined, column: Column): boolean => isBlank(withoutInvisible(raw ?? '').trim(), blankKind(column))

const readIn = (text: string, column: Column, how: DateReadingOrder): CellReading => {
  if (isVocabulary(column.kind)) {
    const term = readTerm(column.kind, text)
    if (term) return { value: term }
    return column.kind === 'status' ? { value: null, problem: 'row-status-unknown' } : refuse(column, 'cell-unknown-value')
  }
  switch (column.kind) {
    case 'date': {
      if (column.endless && isEndless(text)) return { value: null }
      const reading = readDate(text, how)
      if (reading.ok) return { value: reading.date }
      return refuse(column, reading.why === 'ambiguous' ? 'cell-date-ambiguous' : 'cell-date-unreadable')
    }
    case 'email':
      return email.test(text) && text.length <= 254 ? { value: text } : refuse(column, 'cell-unknown-value')
    case 'grades': {
      const found = [...new Set(parts(text, /[,;]/).filter((part) => !isBlank(part, 'other')).flatMap(gradesOf))]
      return found.join('').length > longest.text ? refuse(column, 'cell-too-long') : { value: found.join(listSeparator) || null }
    }
    case 'key':
      return shortened.test(text) || text.length > longest.id ? refuse(column, 'cell-unknown-value') : { value: text }
    case 'ids':
    case 'list': {
      const found = parts(text, column.kind === 'ids' ? /[,;|]/ : /[,;]/).filter((part) => !isBlank(part, 'id'))
      if (column.kind === 'ids' && found.some((part) => shortened.test(part))) return { value: null, problem: 'reference-shortened' }
      const joined = found.join(listSeparator)
      if (joined.length > longest.list * 4 || found.some((part) => part.length > longest.id)) return refuse(column, 'cell-too-long')
      return { value: joined === '' ? null : joined }
    }
    default:
      if (column.kind === 'id' && shortened.test(text)) return { value: null, problem: column.name === 'sourcedId' ? 'id-shortened' : 'reference-shortened' }
      return text.length > longest[column.kind === 'id' ? 'id' : 'text'] ? refuse(column, 'cell-too-long') : { value: text }
  }
}

/** Reads one cell of a column. `how` counts for dates only. */
export const readCell = (raw: string | undefined, column: Column, how: DateReadingOrder): CellReading => {
  const given = (raw ?? '').trim()
  const isPlain = plain.test(given)
  const text = isPlain ? given : withoutInvisible(given.normalize('NFC')).trim()
  if (isBlank(text, blankKind(column))) return column.must && !column.blank ? { value: null, problem: 'cell-required' } : { value: null }
  if (isPlain) return readIn(text, column, how)
  if (/[\ufffd\p{Cs}]/u.test(text)) return { value: null, problem: 'cell-broken-character' }
  if (control.test(text)) {
    if (column.kind !== 'name') return { value: null, problem: 'cell-control-character' }
    return { value: text.replace(everyControl, '').replace(/\s+/g, ' ').trim() || null, problem: 'cell-characters-removed' }
  }
  const reading = readIn(text.replace(/\s+/g, ' '), column, how)
  return /[\r\n]/.test(text) && !reading.problem ? { ...reading, problem: 'cell-line-break' } : reading
}
