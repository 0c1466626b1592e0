import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDistrict } from '@/prisma/seed/one-roster-district'
import { asOwner, foundOrganization } from '@/prisma/seed/organization'
import { run, typescript } from '../ground/run.mjs'

/** Rows of the zip's files, and what became of them; seconds; memory is the most the process held, in megabytes. */
export type ImportFigure = { rows: number; entities: number; check: number; apply: number; memory: number }

/** A whole district into an organization of its own, from the zip to live rows. */
export async function importFigure(): Promise<ImportFigure> {
  const { id, roles } = await foundOrganization({ name: 'District' })
  const importer = await asOwner(async (owner) => (await owner.query<{ id: string }>(`INSERT INTO users (email, "organizationId", "app_roleId") VALUES ('admin@district.example', $1, $2) RETURNING id`, [id, roles.organization_administrator])).rows[0]!.id)
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-bench-'))
  try {
    const file = join(folder, 'district.zip')
    await writeDistrict(file)
    const { output } = await run(process.execPath, [...typescript('scripts/bench/import-run.ts'), importer, id, file], { what: 'The import' })
    return JSON.parse(output.split('\n').at(-1)!) as ImportFigure
  } finally {
    rmSync(folder, { recursive: true })
  }
}
