import { diagnostic, type Diagnostic } from './roster-diagnostic'
import { columnsOf, passedOverOf, type RosterFile } from './roster-files'
import { misspelling } from './roster-spelling'

/** `places[i]` is the cell that holds the i-th column of `columnsOf(file)`, or -1. */
export type Header = { width: number; places: number[] }

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '')

/** Column names by which another system's export gives itself away, whatever its files are called. */
const others: readonly { system: string; names: readonly string[] }[] = [
  { system: 'Canvas', names: ['user_id', 'login_id'] }, { system: 'Canvas', names: ['user_id', 'section_id'] }, { system: 'Canvas', names: ['course_id', 'short_name'] },
  { system: 'Clever', names: ['student_id', 'school_id'] }, { system: 'Clever', names: ['section_id', 'student_id'] },
  { system: 'Microsoft School Data Sync', names: ['section sis id', 'sis id'] }, { system: 'Microsoft School Data Sync', names: ['sis id', 'username'] },
  { system: 'Apple School Manager', names: ['person_id', 'location_id'] }, { system: 'Apple School Manager', names: ['roster_id', 'class_id'] },
  { system: 'PowerSchool', names: ['student_number', 'lastfirst'] }, { system: 'PowerSchool', names: ['student_number', 'schoolid'] },
]
const otherSystem = (cells: readonly string[]): string | null => {
  const names = new Set(cells.map((cell) => cell.trim().toLowerCase()))
  if (names.has('sourcedid')) return null
  return others.find((other) => other.names.every((name) => names.has(name)))?.system ?? null
}

const isExtension = (name: string) => /^(metadata\.|ext[_.])/i.test(name.trim())

/**
 * Finds the columns of a file whatever their case and order: by the standard's names first, then by other names and
 * known misspellings, then by names that are a slip of the finger away from a column that is still missing. Fatal
 * remarks: a column that rows cannot do without is missing, or two cells have the standard's name of one.
 */
export const readHeader = (file: RosterFile, fileName: string, cells: readonly string[]): { header: Header; diagnostics: Diagnostic[] } => {
  const system = otherSystem(cells)
  if (system) return { header: { width: cells.length, places: [] }, diagnostics: [diagnostic('format-other', { file: fileName, row: 1, params: { system } })] }
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

  const needed = columns.filter((column) => column.must).length
  if (taken.size < (names.length > 3 ? 2 : 1) && needed > 1 && missing().length > 0) {
    const value = names.filter((name) => name !== '').slice(0, 3).join(', ')
    return { header: { width: cells.length, places }, diagnostics: [diagnostic('header-none', { file: fileName, row: 1, value })] }
  }
  names.forEach((name, place) => {
    if (name === '' || taken.has(place) || isExtension(name) || passedOver.has(plain(name))) return
    diagnostics.push(diagnostic('header-unknown-column', { file: fileName, row: 1, column: name }))
  })
  columns.forEach((column, i) => {
    if (column.must && places[i] === -1) diagnostics.push(diagnostic('header-missing-column', { file: fileName, row: 1, column: column.name }))
  })
  return { header: { width: cells.length, places }, diagnostics }
}
