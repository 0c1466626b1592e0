import { diagnostic, type Diagnostic } from './roster-diagnostic'
import { columnsOf, passedOverOf, type RosterFile } from './roster-files'

/** `places[i]` is the cell that holds the i-th column of `columnsOf(file)`, or -1. */
export type Header = { width: number; places: number[] }

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '')

const isExtension = (name: string) => /^(metadata\.|ext[_.])/i.test(name.trim())

/**
 * Finds the columns of a file whatever their case, order and known misspellings. Fatal remarks: a column that rows
 * cannot do without is missing, or two cells claim the same column.
 */
export const readHeader = (file: RosterFile, fileName: string, cells: readonly string[]): { header: Header; diagnostics: Diagnostic[] } => {
  const diagnostics: Diagnostic[] = []
  const columns = columnsOf(file)
  const byName = new Map<string, number>()
  columns.forEach((column, i) => [column.name, ...(column.also ?? [])].forEach((name) => byName.has(plain(name)) || byName.set(plain(name), i)))
  const ignored = new Set(passedOverOf(file).map(plain))
  const places = columns.map(() => -1)
  cells.forEach((cell, place) => {
    const name = cell.trim()
    const index = byName.get(plain(name))
    if (index === undefined) {
      if (name !== '' && !isExtension(name) && !ignored.has(plain(name))) {
        diagnostics.push(diagnostic('header-unknown-column', { file: fileName, row: 1, column: name }))
      }
      return
    }
    const column = columns[index]!
    if (places[index] !== -1) {
      diagnostics.push(diagnostic('header-duplicate-column', { file: fileName, row: 1, column: column.name, value: name }))
      return
    }
    places[index] = place
    if (name !== column.name && !isExtension(name)) {
      diagnostics.push(diagnostic('header-renamed-column', { file: fileName, row: 1, column: column.name, value: name }))
    }
  })
  columns.forEach((column, i) => {
    if (column.must && places[i] === -1) {
      diagnostics.push(diagnostic('header-missing-column', { file: fileName, row: 1, column: column.name }))
    }
  })
  return { header: { width: cells.length, places }, diagnostics }
}
