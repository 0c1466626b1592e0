import { diagnostic, type Diagnostic } from './roster-diagnostic'
import { columnsOf, passedOverOf, type RosterFile } from './roster-files'
import { misspelling } from './roster-spelling'

/** `places[i]` is the cell that holds the i-th column of `columnsOf(file)`, or -1. */
export type Header = { width: number; places: number[] }

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '')

const isExtension = (name: string) => /^(metadata\.|ext[_.])/i.test(name.trim())

/**
 * Finds the columns of a file whatever their case and order: by the standard's names first, then by other names and
 * known misspellings, then by names that are a slip of the finger away from a column that is still missing. Fatal
 * remarks: a column that rows cannot do without is missing, or two cells have the standard's name of one.
 */
export const readHeader = (file: RosterFile, fileName: string, cells: readonly string[]): { header: Header; diagnostics: Diagnostic[] } => {
  const diagnostics: Diagnostic[] = []
  const columns = columnsOf(file)
  const names = cells.map((cell) => cell.trim())
  const passedOver = new Set(passedOverOf(file).map(plain))
  const places = columns.map(() => -1)
  const taken = new Set<number>()
  const settle = (index: number, place: number) => {
    places[index] = place
    taken.add(place)
    if (names[place] !== columns[index]!.name && !isExtension(names[place]!)) {
      diagnostics.push(diagnostic('header-renamed-column', { file: fileName, row: 1, column: columns[index]!.name, value: names[place] }))
    }
  }

  columns.forEach((column, i) => {
    const [first, ...others] = names.flatMap((name, place) => (plain(name) === plain(column.name) ? [place] : []))
    if (first !== undefined) settle(i, first)
    for (const place of others) {
      taken.add(place)
      diagnostics.push(diagnostic('header-duplicate-column', { file: fileName, row: 1, column: column.name, value: names[place] }))
    }
  })
  const settleFree = (isMeant: (name: string, index: number) => boolean) =>
    columns.forEach((_, i) => {
      const place = places[i] === -1 ? names.findIndex((name, at) => name !== '' && !taken.has(at) && isMeant(plain(name), i)) : -1
      if (place !== -1) settle(i, place)
    })
  settleFree((name, i) => (columns[i]!.also ?? []).some((other) => plain(other) === name))
  const missing = () => columns.filter((_, i) => places[i] === -1).map((column) => plain(column.name))
  settleFree((name, i) => !passedOver.has(name) && misspelling(name, missing()) === plain(columns[i]!.name))

  names.forEach((name, place) => {
    if (name === '' || taken.has(place) || isExtension(name) || passedOver.has(plain(name))) return
    diagnostics.push(diagnostic('header-unknown-column', { file: fileName, row: 1, column: name }))
  })
  columns.forEach((column, i) => {
    if (column.must && places[i] === -1) diagnostics.push(diagnostic('header-missing-column', { file: fileName, row: 1, column: column.name }))
  })
  return { header: { width: cells.length, places }, diagnostics }
}
