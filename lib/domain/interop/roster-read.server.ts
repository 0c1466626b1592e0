import 'server-only'
import type { Archive } from './roster-archive.server'
import { isWordForNothing } from './roster-blank'
import { readCell } from './roster-cell'
import { readCsv } from './roster-csv.server'
import { diagnostic, type Diagnostic } from './roster-diagnostic'
import { columnsOf, type Column, type RosterFile } from './roster-files'
import { mended } from './roster-letters'
import type { FileSurvey, Survey } from './roster-survey.server'

/** A row on its way to the staging table: cells in the order of `columnsOf(file)`. `bad` rows are kept so that they do not count as gone. */
export type StagedRow = { row: number; sourcedId: string; gone: boolean; bad: boolean; cells: (string | null)[] }

export type RosterSink = {
  rows: (file: RosterFile, rows: StagedRow[]) => Promise<void>
  remark: (remark: Diagnostic) => Promise<void> | void
}

const chunkRows = 2_000

/** Somebody of one name is somebody: it stands where names are ordered by. A word for nothing is no name, but a name may be such a word. */
const nameCells = (columns: readonly Column[], cells: (string | null)[], record: readonly string[], remark: (code: Diagnostic['code'], column: string) => void) => {
  const at = (name: string) => columns.findIndex((column) => column.name === name)
  const nameAt = (place: number) => {
    const name = cells[place] ?? null
    return name !== null && isWordForNothing(name, record) ? null : name
  }
  const [givenName, familyName, preferred] = [nameAt(at('givenName')), nameAt(at('familyName')), nameAt(at('preferredGivenName'))]
  const only = familyName ?? givenName ?? preferred
  cells[at('preferredGivenName')] = preferred
  cells[at('familyName')] = only
  cells[at('givenName')] = only === null ? null : familyName === null ? '' : (givenName ?? '')
  if (only === null && cells[at('status')] !== 'tobedeleted') remark('cell-required', 'familyName')
}

/** Reads one record; remarks say what is wrong with it. */
export const readRow = (survey: FileSurvey, row: number, record: readonly string[]): { staged: StagedRow; remarks: Diagnostic[] } => {
  const columns = columnsOf(survey.file)
  const remarks: Diagnostic[] = []
  const remark = (code: Diagnostic['code'], column?: string, value?: string, params?: Diagnostic['params']) =>
    remarks.push(diagnostic(code, { file: survey.fileName, row, column, value, params }))
  const { width, places } = survey.header
  const counts = { found: record.length, expected: width }
  if (record.length < width) remark('row-cells-few', undefined, undefined, counts)
  if (record.slice(width).some((cell) => cell.trim() !== '')) remark('row-cells-many', undefined, undefined, counts)
  const given = survey.mend ? record.map(mended) : record
  const cells = columns.map((column, i) => {
    const raw = places[i] === -1 ? undefined : given[places[i]!]
    const { value, problem } = readCell(raw, column, survey.orders[i] ?? 'unknown')
    if (problem) remark(problem, column.name, raw?.trim() ?? '')
    return value
  })
  if (survey.file === 'users') nameCells(columns, cells, given, remark)
  const gone = cells[columns.findIndex((column) => column.name === 'status')] === 'tobedeleted'
  const bad = remarks.some((one) => one.severity === 'error') && !(gone && cells[0])
  return { staged: { row, sourcedId: cells[0] ?? '', gone, bad, cells }, remarks }
}

/** Second pass: every row of every surveyed file into the sink, in chunks; resolves to the number of rows read. */
export const readRoster = async (archive: Archive, survey: Survey, sink: RosterSink, progress: (rows: number) => Promise<void> | void = () => {}): Promise<number> => {
  let read = 0
  for (const file of survey.files) {
    const source = archive.files.find((one) => one.fileName === file.fileName)
    if (!source) continue
    let chunk: StagedRow[] = []
    let header = true
    for await (const { row, cells } of readCsv(await source.open(), file.fileName, file.encoding, file.delimiter)) {
      if (header) {
        header = false
        continue
      }
      const { staged, remarks } = readRow(file, row, cells)
      for (const remark of remarks) await sink.remark(remark)
      chunk.push(staged)
      read += 1
      if (chunk.length < chunkRows) continue
      await sink.rows(file.file, chunk)
      await progress(read)
      chunk = []
    }
    if (chunk.length > 0) await sink.rows(file.file, chunk)
    await progress(read)
  }
  return read
}
