import { writeFileSync } from 'node:fs'
import { page, reportOf } from '@/prisma/schema-report'
import { asOwner } from '@/prisma/seed/organization'

const report = await asOwner(reportOf)
writeFileSync('docs/schema.md', page(report))
console.log(`docs/schema.md: ${Object.keys(report.tables).length} tables.`)
for (const line of [...report.missing, ...report.unexplained]) console.error(`without a reason: ${line}`)
process.exitCode = report.missing.length + report.unexplained.length ? 1 : 0
