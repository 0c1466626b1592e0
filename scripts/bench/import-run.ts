// The import of `import.ts`, in a process of its own: its memory is that of an import and nothing else.
import { createReadStream } from 'node:fs'
import { applyRoster } from '@/lib/domain/interop/import-apply.server'
import { receiveRoster, startApply } from '@/lib/domain/interop/import-batch.server'
import { checkRoster } from '@/lib/domain/interop/import-check.server'
import { getImport } from '@/lib/domain/interop/import-record.server'
import { ctxOf } from '@/prisma/seed/a-school'
import type { ImportFigure } from './import'

const [userId, organizationId, file] = process.argv.slice(2) as [string, string, string]
const ctx = await ctxOf(userId, organizationId)
const began = performance.now()
const { id } = await receiveRoster(ctx, { fileName: 'district.zip', content: createReadStream(file) })
await checkRoster(ctx, id)
const checked = performance.now()
await startApply(ctx, { id, departuresMeant: false })
await applyRoster(ctx, id)
const ended = performance.now()
const { state, found, summary } = await getImport(ctx, id)
if (state !== 'applied') throw new Error(`The district ended ${state}.`)
if (summary.remarks.error + summary.remarks.warning > 0) throw new Error(`Lines of the district may have been left out, so its rows cannot be counted as imported: ${JSON.stringify(summary.byCode)}`)
const figure: ImportFigure = {
  rows: found.files.reduce((sum, { rows }) => sum + rows, 0),
  entities: Object.values(summary.counts).flatMap((kinds) => Object.values(kinds)).reduce((sum, count) => sum + count, 0),
  check: (checked - began) / 1000,
  apply: (ended - checked) / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
}
console.log(JSON.stringify(figure))
process.exit(0)
