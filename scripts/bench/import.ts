import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyRoster } from '@/lib/domain/interop/import-apply.server'
import { receiveRoster, startApply } from '@/lib/domain/interop/import-batch.server'
import { checkRoster } from '@/lib/domain/interop/import-check.server'
import { getImport } from '@/lib/domain/interop/import-record.server'
import type { Ctx } from '@/lib/platform/context'
import { usualDistrict, writeDistrict } from '@/prisma/seed/one-roster-district'

export type ImportFigure = { rows: number; check: number; apply: number; rowsPerSecond: number; memory: number }

/** A whole district, from the zip to live rows; memory is the most the process held, in megabytes. */
export async function importFigure(ctx: Ctx): Promise<ImportFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-bench-'))
  const file = join(folder, 'district.zip')
  await writeDistrict(file)
  const { students, staff, subjects } = usualDistrict
  const rows = students + staff + students * (1 + subjects)
  let memory = 0
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 100)
  const began = performance.now()
  const { id } = await receiveRoster(ctx, { fileName: 'district.zip', content: createReadStream(file) })
  await checkRoster(ctx, id)
  const checked = performance.now()
  await startApply(ctx, { id, departuresMeant: false })
  await applyRoster(ctx, id)
  const ended = performance.now()
  clearInterval(watch)
  rmSync(folder, { recursive: true })
  const { state } = await getImport(ctx, id)
  if (state !== 'applied') throw new Error(`The district ended ${state}.`)
  return { rows, check: (checked - began) / 1000, apply: (ended - checked) / 1000, rowsPerSecond: rows / ((ended - began) / 1000), memory: memory / 1024 / 1024 }
}
