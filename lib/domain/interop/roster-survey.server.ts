import 'server-only'
import iconv from 'iconv-lite'
import { momentIn } from '@/lib/platform/time'
import type { ImportAnswers } from './import-batch'
import type { Archive, ArchiveFile } from './roster-archive.server'
import { delimiterOf, readCsv, type Delimiter } from './roster-csv.server'
import { isBlankCell } from './roster-cell'
import { noEvidence, orderOf, weighDate, type DateEvidence, type DateOrder, type DateReadingOrder } from './roster-date'
import { diagnostic, isFatal, RosterUnreadable, shownText, type Diagnostic } from './roster-diagnostic'
import { encodingSniffer, type Encoding } from './roster-encoding'
import { columnsOf, isRosterFile, rosterFiles, type RosterFile } from './roster-files'
import { readHeader, type Header } from './roster-header'
import { mended, readings } from './roster-letters'
import { agreeWithManifest, readManifest, type Manifest, type SetMode } from './roster-manifest.server'

/** How one file is to be read; found in a first pass so that the second needs no guess. */
export type FileSurvey = {
  file: RosterFile
  fileName: string
  bytes: number
  rows: number
  encoding: Encoding
  delimiter: Delimiter
  mode: SetMode
  header: Header
  orders: DateReadingOrder[]
  /** Text that was encoded twice is put right on the way. */
  mend: boolean
}
export type Survey = { version: '1.0' | '1.1' | '1.2'; system: string | null; files: FileSurvey[]; rows: number; diagnostics: Diagnostic[]; blocked: boolean; encodings: ReturnType<typeof readings> }
export type SurveyOptions = { rowLimit?: number; answers?: Partial<ImportAnswers>; timeZone?: string }

export const defaultRowLimit = 1_000_000

const isHigh = (byte: number) => byte >= 0x80
const sampled = { lines: 200, bytes: 65_536 }

/** The lines of a file that have letters beyond ASCII, as many as tell its encoding. */
const strangeLines = async (file: ArchiveFile): Promise<Buffer[]> => {
  const lines: Buffer[] = []
  let rest = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    let text = Buffer.concat([rest, chunk])
    for (let end = text.indexOf(10); end !== -1; end = text.indexOf(10)) {
      const line = text.subarray(0, end)
      text = text.subarray(end + 1)
      if (line.some(isHigh)) {
        lines.push(line)
        bytes += line.length
      }
      if (lines.length >= sampled.lines || bytes > sampled.bytes) return lines
    }
    rest = text.subarray(0, sampled.bytes)
  }
  return rest.some(isHigh) ? [...lines, rest] : lines
}

/** Files that are not Unicode come from one system: they are looked at together, and read in one encoding. */
const lettersOf = async (archive: Archive): Promise<ReturnType<typeof readings>> => {
  const lines: Buffer[] = []
  for (const file of archive.files) {
    const found = await orUnread(null, () => sniff(file))
    if (found?.encoding === 'windows-1252') lines.push(...(await strangeLines(file)))
  }
  return lines.length > 0 ? readings(lines.slice(0, sampled.lines)) : []
}

const sniff = async (file: ArchiveFile, chosen: Encoding = 'windows-1252'): Promise<{ encoding: Encoding; delimiter: Delimiter; diagnostics: Diagnostic[]; bytes: number }> => {
  const sniffer = encodingSniffer()
  let head = Buffer.alloc(0)
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    if (head.length < 16_384) head = Buffer.concat([head, chunk.subarray(0, 16_384 - head.length)])
    sniffer.push(chunk)
  }
  const { encoding: found, mixed, nuls, bytes } = sniffer.end()
  const encoding = found === 'windows-1252' ? chosen : found
  if (nuls > bytes / 50) throw new RosterUnreadable('file-binary', { file: file.fileName })
  const diagnostics: Diagnostic[] = []
  if (encoding !== 'utf-8') diagnostics.push(diagnostic('file-decoded', { file: file.fileName, params: { encoding: encoding.toUpperCase() } }))
  if (mixed) diagnostics.push(diagnostic('file-mixed-encoding', { file: file.fileName }))
  const delimiter = delimiterOf(iconv.decode(head, encoding).split(/\r\n|\n|\r/, 1)[0] ?? '')
  if (delimiter !== ',') diagnostics.push(diagnostic('file-delimiter', { file: file.fileName, value: delimiter === '\t' ? 'TAB' : delimiter }))
  return { encoding, delimiter, diagnostics, bytes }
}

type Tally = { rows: number; status: number; modified: number; evidence: DateEvidence[]; twice: { count: number; cell: string } }

const plain = /^[ -~]*$/

const tally = async (source: ArchiveFile, file: RosterFile, how: { encoding: Encoding; delimiter: Delimiter }, rowLimit: number) => {
  const columns = columnsOf(file)
  const at = { status: columns.findIndex((c) => c.name === 'status'), modified: columns.findIndex((c) => c.name === 'dateLastModified') }
  const counts: Tally = { rows: 0, status: 0, modified: 0, evidence: columns.map(noEvidence), twice: { count: 0, cell: '' } }
  let found: ReturnType<typeof readHeader> | undefined
  const dates = columns.flatMap((column, i) => (column.kind === 'date' ? [i] : []))
  for await (const { row, cells } of readCsv(await source.open(), source.fileName, how.encoding, how.delimiter)) {
    if (!found) {
      found = readHeader(file, source.fileName, cells)
      continue
    }
    if (found.diagnostics.some(({ code }) => code === 'header-none')) {
      const below = readHeader(file, source.fileName, cells)
      if (!below.diagnostics.some(({ code }) => isFatal(code))) found = { ...found, diagnostics: found.diagnostics.map(({ value }) => diagnostic('header-below', { file: source.fileName, row, value: value ?? '' })) }
      if (row > 10) break
    }
    const { places, width } = found.header
    if (cells.length !== width && cells.some((cell) => /[\r\n]/.test(cell.trim()))) throw new RosterUnreadable('csv-quote-swallows', { file: source.fileName, row, params: { found: cells.length, expected: width } })
    counts.rows += 1
    if (counts.rows > rowLimit) throw new RosterUnreadable('rows-too-many', { file: source.fileName, params: { limit: rowLimit } })
    if (!isBlankCell(cells[places[at.status]!], columns[at.status]!)) counts.status += 1
    if (!isBlankCell(cells[places[at.modified]!], columns[at.modified]!)) counts.modified += 1
    for (const cell of cells) {
      if (plain.test(cell) || mended(cell) === cell) continue
      counts.twice.count += 1
      counts.twice.cell ||= cell
    }
    for (const i of dates) weighDate(cells[places[i]!]?.trim() ?? '', counts.evidence[i]!)
  }
  return { counts, found }
}

const surveyFile = async (source: ArchiveFile, file: RosterFile, manifest: Manifest | null, options: SurveyOptions & { letters: Encoding }): Promise<{ survey: FileSurvey | null; diagnostics: Diagnostic[] }> => {
  const { answers = {}, timeZone = 'UTC' } = options
  const how = await sniff(source, options.letters)
  const diagnostics = [...how.diagnostics]
  const { counts, found } = await tally(source, file, how, options.rowLimit ?? defaultRowLimit)
  if (found?.diagnostics.some(({ code }) => isFatal(code))) return { survey: null, diagnostics: [...diagnostics, ...found.diagnostics] }
  if (!found || counts.rows === 0) {
    diagnostics.push(diagnostic('file-empty', { file: source.fileName }))
    return { survey: null, diagnostics }
  }
  diagnostics.push(...found.diagnostics)
  if (counts.twice.count > 0 && !answers.twice) diagnostics.push(diagnostic('file-double-encoded', { file: source.fileName, value: counts.twice.cell, params: { count: counts.twice.count, mended: shownText(mended(counts.twice.cell)) } }))
  const orders = counts.evidence.map((evidence, i): DateReadingOrder => {
    const { midnights } = evidence
    // East of Greenwich both readings are the same day.
    if (midnights > 0 && !answers.instants && momentIn(timeZone, new Date('2026-01-15T00:00:00Z')).date < '2026-01-15') {
      diagnostics.push(diagnostic('dates-midnight', { file: source.fileName, column: columnsOf(file)[i]!.name, params: { count: midnights, zone: timeZone } }))
    }
    const zoned = (chosen: DateOrder): DateReadingOrder => ({ order: chosen, zone: timeZone, midnights: answers.instants ?? 'written' })
    const order = orderOf(evidence)
    if (evidence.foreign === 0) return zoned(order)
    const chosen = (order === 'unknown' || order === 'mixed') && answers.dateOrder ? answers.dateOrder : order
    diagnostics.push(diagnostic('dates-reordered', { file: source.fileName, column: columnsOf(file)[i]!.name, params: { count: evidence.foreign, order: chosen } }))
    return zoned(chosen)
  })
  const { mode, remarks } = agreeWithManifest(file, source.fileName, counts, manifest, answers.mode ?? null)
  diagnostics.push(...remarks)
  return { survey: { file, fileName: source.fileName, bytes: how.bytes, rows: counts.rows, encoding: how.encoding, delimiter: how.delimiter, mode, header: found.header, orders, mend: answers.twice === 'mend' }, diagnostics }
}

const versionOf = (manifest: Manifest | null, users: FileSurvey | undefined, isOld: boolean): Survey['version'] => {
  if (manifest?.version) return manifest.version
  if (isOld) return '1.0'
  const role = columnsOf('users').findIndex((column) => column.name === 'role')
  return users && users.header.places[role] === -1 ? '1.2' : '1.1'
}

/** What may be missing may be unreadable as well: it stops nothing. */
const orUnread = async <T>(unread: T, read: () => Promise<T>): Promise<T> =>
  read().catch((error: unknown) => {
    if (error instanceof RosterUnreadable) return unread
    throw error
  })

/** Some 1.2 writers put the columns of roles.csv into userProfiles.csv. */
const rolesInProfiles = async (archive: Archive): Promise<ArchiveFile | null> => {
  const profiles = archive.files.find((file) => file.name === 'userProfiles')
  if (!profiles || archive.files.some((file) => file.name === 'roles')) return null
  return orUnread(null, async () => {
    const how = await sniff(profiles)
    for await (const { cells } of readCsv(await profiles.open(), profiles.fileName, how.encoding, how.delimiter)) {
      const names = cells.map((cell) => cell.trim().toLowerCase())
      return ['usersourcedid', 'role', 'orgsourcedid'].every((name) => names.includes(name)) ? profiles : null
    }
    return null
  })
}

/**
 * Looks through a whole archive once, in constant memory: version, encodings, separators, columns, order of dates,
 * bulk or delta, rows. What stops the set is in `diagnostics` as a fatal remark, and `blocked` is true.
 */
export const surveyArchive = async (archive: Archive, options: SurveyOptions = {}): Promise<Survey> => {
  const diagnostics = [...archive.diagnostics]
  const files: FileSurvey[] = []
  let blocked = false
  const letters = await lettersOf(archive)
  const chosen = options.answers?.encoding ?? letters[0]?.encoding ?? 'windows-1252'
  const manifestFile = archive.files.find((file) => file.name === 'manifest')
  const manifest = manifestFile ? await orUnread(null, async () => readManifest(manifestFile, await sniff(manifestFile, chosen))) : null
  if (!manifest) diagnostics.push(diagnostic(manifestFile ? 'manifest-unreadable' : 'manifest-missing', { file: manifestFile?.fileName ?? 'manifest.csv' }))
  const profiles = await rolesInProfiles(archive)
  if (profiles) diagnostics.push(diagnostic('file-roles-in-profiles', { file: profiles.fileName }))

  for (const file of rosterFiles) {
    const source = archive.files.find((one) => one.name === file) ?? (file === 'roles' ? profiles : null)
    if (!source) continue
    try {
      const { survey, diagnostics: remarks } = await surveyFile(source, file, manifest, { ...options, letters: chosen })
      diagnostics.push(...remarks)
      blocked ||= remarks.some((remark) => isFatal(remark.code))
      if (survey) files.push(survey)
    } catch (error) {
      if (!(error instanceof RosterUnreadable)) throw error
      diagnostics.push(error.diagnostic)
      blocked = true
    }
  }
  archive.files.filter((file) => !isRosterFile(file.name) && file.name !== 'manifest' && file !== profiles)
    .forEach((file) => diagnostics.push(diagnostic('file-not-used', { file: file.fileName })))
  if (manifest) {
    const present = new Set(archive.files.map((file) => file.name))
    for (const name of manifest.listed) {
      if (!present.has(name)) diagnostics.push(diagnostic('manifest-listed-but-missing', { file: 'manifest.csv', value: `${name}.csv` }))
    }
  }
  for (const core of ['orgs', 'academicSessions', 'classes', 'users', 'enrollments'] as const) {
    if (!manifest?.absent.has(core) && !archive.files.some((file) => file.name === core)) diagnostics.push(diagnostic('file-missing', { file: `${core}.csv` }))
  }
  const version = versionOf(manifest, files.find((one) => one.file === 'users'), !manifestFile)
  return { version, system: manifest?.system ?? null, files, rows: files.reduce((sum, one) => sum + one.rows, 0), diagnostics, blocked, encodings: options.answers?.encoding ? [] : letters }
}
