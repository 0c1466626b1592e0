import 'server-only'
import iconv from 'iconv-lite'
import type { Archive, ArchiveFile } from './roster-archive.server'
import { delimiterOf, readCsv, type Delimiter } from './roster-csv.server'
import { noEvidence, orderOf, weighDate, type DateEvidence, type DateOrder } from './roster-date'
import { diagnostic, RosterUnreadable, type Diagnostic } from './roster-diagnostic'
import { encodingSniffer, type Encoding } from './roster-encoding'
import { columnsOf, isRosterFile, rosterFiles, type RosterFile } from './roster-files'
import { readHeader, type Header } from './roster-header'
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
  orders: DateOrder[]
}
export type Survey = { version: '1.0' | '1.1' | '1.2'; system: string | null; files: FileSurvey[]; rows: number; diagnostics: Diagnostic[]; blocked: boolean }
export type SurveyOptions = { rowLimit?: number; dateOrder?: 'dmy' | 'mdy' }

export const defaultRowLimit = 1_000_000

const sniff = async (file: ArchiveFile): Promise<{ encoding: Encoding; delimiter: Delimiter; diagnostics: Diagnostic[]; bytes: number }> => {
  const sniffer = encodingSniffer()
  let head = Buffer.alloc(0)
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    if (head.length < 16_384) head = Buffer.concat([head, chunk.subarray(0, 16_384 - head.length)])
    sniffer.push(chunk)
  }
  const { encoding, mixed, nuls, bytes } = sniffer.end()
  if (nuls > bytes / 50) throw new RosterUnreadable('file-binary', { file: file.fileName })
  const diagnostics: Diagnostic[] = []
  if (encoding !== 'utf-8') diagnostics.push(diagnostic('file-decoded', { file: file.fileName, params: { encoding: encoding.toUpperCase() } }))
  if (mixed) diagnostics.push(diagnostic('file-mixed-encoding', { file: file.fileName }))
  const delimiter = delimiterOf(iconv.decode(head, encoding).split(/\r\n|\n|\r/, 1)[0] ?? '')
  if (delimiter !== ',') diagnostics.push(diagnostic('file-delimiter', { file: file.fileName, value: delimiter === '\t' ? 'TAB' : delimiter }))
  return { encoding, delimiter, diagnostics, bytes }
}

type Tally = { rows: number; status: number; modified: number; evidence: DateEvidence[] }

const tally = async (source: ArchiveFile, file: RosterFile, how: { encoding: Encoding; delimiter: Delimiter }, rowLimit: number) => {
  const columns = columnsOf(file)
  const at = { status: columns.findIndex((c) => c.name === 'status'), modified: columns.findIndex((c) => c.name === 'dateLastModified') }
  const counts: Tally = { rows: 0, status: 0, modified: 0, evidence: columns.map(noEvidence) }
  let found: ReturnType<typeof readHeader> | undefined
  const dates = columns.flatMap((column, i) => (column.kind === 'date' ? [i] : []))
  for await (const { row, cells } of readCsv(await source.open(), source.fileName, how.encoding, how.delimiter)) {
    if (!found) {
      found = readHeader(file, source.fileName, cells)
      continue
    }
    const { places, width } = found.header
    if (cells.length !== width && cells.some((cell) => /[\r\n]/.test(cell.trim()))) throw new RosterUnreadable('csv-quote-swallows', { file: source.fileName, row, params: { found: cells.length, expected: width } })
    counts.rows += 1
    if (counts.rows > rowLimit) throw new RosterUnreadable('rows-too-many', { file: source.fileName, params: { limit: rowLimit } })
    if (cells[places[at.status]!]?.trim()) counts.status += 1
    if (cells[places[at.modified]!]?.trim()) counts.modified += 1
    for (const i of dates) weighDate(cells[places[i]!]?.trim() ?? '', counts.evidence[i]!)
  }
  return { counts, found }
}

const surveyFile = async (source: ArchiveFile, file: RosterFile, manifest: Manifest | null, options: SurveyOptions): Promise<{ survey: FileSurvey | null; diagnostics: Diagnostic[] }> => {
  const how = await sniff(source)
  const diagnostics = [...how.diagnostics]
  const { counts, found } = await tally(source, file, how, options.rowLimit ?? defaultRowLimit)
  if (!found || counts.rows === 0) {
    diagnostics.push(diagnostic('file-empty', { file: source.fileName }))
    return { survey: null, diagnostics }
  }
  diagnostics.push(...found.diagnostics)
  const orders = counts.evidence.map((evidence, i): DateOrder => {
    const order = orderOf(evidence)
    if (evidence.foreign === 0) return order
    const chosen = (order === 'unknown' || order === 'mixed') && options.dateOrder ? options.dateOrder : order
    diagnostics.push(diagnostic('dates-reordered', { file: source.fileName, column: columnsOf(file)[i]!.name, params: { count: evidence.foreign, order: chosen } }))
    return chosen
  })
  const { mode, remarks } = agreeWithManifest(file, source.fileName, counts, manifest)
  diagnostics.push(...remarks)
  return { survey: { file, fileName: source.fileName, bytes: how.bytes, rows: counts.rows, encoding: how.encoding, delimiter: how.delimiter, mode, header: found.header, orders }, diagnostics }
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
  const manifestFile = archive.files.find((file) => file.name === 'manifest')
  const manifest = manifestFile ? await orUnread(null, async () => readManifest(manifestFile, await sniff(manifestFile))) : null
  if (!manifest) diagnostics.push(diagnostic(manifestFile ? 'manifest-unreadable' : 'manifest-missing', { file: manifestFile?.fileName ?? 'manifest.csv' }))
  const profiles = await rolesInProfiles(archive)
  if (profiles) diagnostics.push(diagnostic('file-roles-in-profiles', { file: profiles.fileName }))

  for (const file of rosterFiles) {
    const source = archive.files.find((one) => one.name === file) ?? (file === 'roles' ? profiles : null)
    if (!source) continue
    try {
      const { survey, diagnostics: remarks } = await surveyFile(source, file, manifest, options)
      diagnostics.push(...remarks)
      blocked ||= remarks.some((remark) => remark.code.startsWith('header-missing') || remark.code.startsWith('header-duplicate'))
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
  return { version, system: manifest?.system ?? null, files, rows: files.reduce((sum, one) => sum + one.rows, 0), diagnostics, blocked }
}
