import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { suspicious } from './import-batch'
import { diagnostic, diagnosticCodes } from './roster-diagnostic'
import { remarkLedger } from './roster-rejects'

test('the ledger counts all and keeps the first', () => {
  const ledger = remarkLedger(2)
  for (let row = 2; row < 1_000; row++) ledger.add(diagnostic('cell-required', { file: 'users.csv', row }))
  ledger.add(diagnostic('zip-folder', { file: 'x/' }))
  expect(ledger.kept).toHaveLength(3)
  expect(ledger.byCode()).toEqual({ 'cell-required': 998, 'zip-folder': 1 })
  expect(ledger.tally).toEqual({ error: 998, warning: 1, info: 0 })
})
test.each(['en', 'es'])('every remark has its sentence in %s', async (locale) => {
  const { diagnostics } = JSON.parse(await readFile(`messages/${locale}/imports.json`, 'utf8')) as { diagnostics: Record<string, string> }
  expect(Object.keys(diagnostics).sort()).toEqual(Object.keys(diagnosticCodes).sort())
})
test('departures are suspicious when a school loses much of what it has, whatever its size', () => {
  const gone = (count: number, of: number) => suspicious([{ entity: 'students', campus: 'North', count, of }])
  expect(gone(20, 100)).toEqual([])
  expect(gone(21, 100)).toEqual([{ entity: 'students', campus: 'North', count: 21, of: 100 }])
  expect(gone(1, 2)).toEqual([]) // somebody leaves: that is every day
  expect(gone(2, 4)).toHaveLength(1)
  expect(gone(1, 1)).toHaveLength(1)
})
