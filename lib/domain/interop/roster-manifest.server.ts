import 'server-only'
import type { ArchiveFile } from './roster-archive.server'
import { readCsv, type Delimiter } from './roster-csv.server'
import { diagnostic, shownText, type Diagnostic } from './roster-diagnostic'
import type { Encoding } from './roster-encoding'
import { standardName, type RosterFile } from './roster-files'

export type SetMode = 'bulk' | 'delta'
export type Manifest = { version: '1.1' | '1.2' | null; system: string | null; modes: Map<string, SetMode>; absent: Set<string>; listed: string[] }

/** Reads `propertyName,value` lines whatever their case (OneRoster 1.2 CSV binding, manifest.csv). */
export const readManifest = async (file: ArchiveFile, how: { encoding: Encoding; delimiter: Delimiter }): Promise<Manifest> => {
  const manifest: Manifest = { version: null, system: null, modes: new Map(), absent: new Set(), listed: [] }
  for await (const { cells } of readCsv(await file.open(), file.fileName, how.encoding, how.delimiter)) {
    const [property = '', value = ''] = cells.map((cell) => cell.trim())
    const key = property.toLowerCase()
    const word = value.toLowerCase()
    if (key === 'oneroster.version') manifest.version = value.startsWith('1.2') ? '1.2' : value.startsWith('1.1') ? '1.1' : null
    if (key === 'source.systemname' && value !== '' && word !== 'absent') manifest.system = shownText(value.slice(0, 120))
    if (!key.startsWith('file.')) continue
    const name = standardName(property.slice(5))
    if (!name) continue
    if (word === 'absent') manifest.absent.add(name)
    if (word === 'bulk' || word === 'delta') {
      manifest.modes.set(name, word)
      manifest.listed.push(name)
    }
  }
  return manifest
}

/**
 * Bulk or delta: when manifest and rows disagree, the rows win (OneRoster 1.2, "Processing Requirements"). Status and
 * date on every row mean delta, on none bulk; anything between is what the manifest says, else bulk.
 */
export const agreeWithManifest = (file: RosterFile, fileName: string, counts: { rows: number; status: number; modified: number }, manifest: Manifest | null, chosen: SetMode | null = null): { mode: SetMode; remarks: Diagnostic[] } => {
  const remarks: Diagnostic[] = []
  const hint = manifest?.modes.get(file)
  if (manifest?.absent.has(file)) remarks.push(diagnostic('manifest-absent-but-found', { file: fileName }))
  if (chosen) return { mode: chosen, remarks }
  const own: SetMode | null = counts.status === counts.rows && counts.modified === counts.rows ? 'delta' : counts.status === 0 ? 'bulk' : null
  if (!own) {
    remarks.push(diagnostic('mode-mixed', { file: fileName, params: { mode: hint ?? 'bulk' } }))
    return { mode: hint ?? 'bulk', remarks }
  }
  if (hint && hint !== own) remarks.push(diagnostic('manifest-mode-differs', { file: fileName, params: { mode: own, manifest: hint } }))
  return { mode: own, remarks }
}
