import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { delimiterOf, readCsv, type CsvRow } from './roster-csv.server'
import { RosterUnreadable } from './roster-diagnostic'
import type { Encoding } from './roster-encoding'

const rowsOf = async (text: string | Buffer, encoding: Encoding = 'utf-8', delimiter: ',' | ';' | '\t' = ','): Promise<CsvRow[]> =>
  collect(readCsv(Readable.from([Buffer.from(text)]), 'x.csv', encoding, delimiter))
const collect = async (rows: AsyncIterable<CsvRow>) => {
  const all: CsvRow[] = []
  for await (const row of rows) all.push(row)
  return all
}

describe('CSV', () => {
  test('comes back as it was written, whatever is in it', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((one) => !/[\r\n\0\ufeff]/.test(one))
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (table) => {
      const read = await rowsOf(stringify(table, { quoted: true }))
      const full = table.filter((row, i) => i === 0 || row.some((one) => one.trim() !== ''))
      expect(read.map(({ cells }) => cells)).toEqual(full)
    }), { numRuns: 60 })
  })
  test('rows count as in a spreadsheet: the header is 1 and blank lines count', async () => {
    expect((await rowsOf('a,b\n\n1,2\n,\n3,4\n')).map(({ row, cells }) => [row, cells[0]])).toEqual([[1, 'a'], [3, '1'], [5, '3']])
  })
  test('a mark, CRLF and quotation marks in odd places are no trouble', async () => {
    expect(await rowsOf('\ufeffa,b\r\n5" disk,x\r\n')).toEqual([{ row: 1, cells: ['a', 'b'] }, { row: 2, cells: ['5" disk', 'x'] }])
  })
  test.each(['utf-16le', 'utf-16be', 'windows-1252'] as const)('%s is decoded', async (encoding) => {
    expect(await rowsOf(iconv.encode('a,b\nñ,é\n', encoding), encoding)).toContainEqual({ row: 2, cells: ['ñ', 'é'] })
  })
  test('lines may end now this way, now that', async () => {
    expect((await rowsOf('a,b\r\n1,2\n3,4\r5,6')).map(({ cells }) => cells.join())).toEqual(['a,b', '1,2', '3,4', '5,6'])
    expect(await collect(readCsv(Readable.from([Buffer.from('a,b\r'), Buffer.from('\n1,2\r'), Buffer.from('\n')]), 'x.csv', 'utf-8', ','))).toHaveLength(2)
  })
  test('a quotation mark that is never closed says where', async () => {
    await expect(rowsOf('a,b\n1,2\n3,"4\n5,6\n')).rejects.toMatchObject({ diagnostic: { code: 'csv-quote-open', file: 'x.csv', row: 3 } })
  })
  test('a quotation mark that swallows a large file ends at a limit of memory', async () => {
    const source = Readable.from((function* () {
      yield Buffer.from('a,b\n1,"')
      for (let i = 0; i < 100; i++) yield Buffer.alloc(65_536, 'x')
    })())
    await expect(collect(readCsv(source, 'x.csv', 'utf-8', ','))).rejects.toBeInstanceOf(RosterUnreadable)
  })
})

test.each([['a,b;c,d', ','], ['a;b;c', ';'], ['a\tb\tc', '\t'], ['"a,x";"b,y";c', ';'], ['a|b|c', '|'], ['a', ',']])('%s is separated by %j', (header, delimiter) => {
  expect(delimiterOf(header)).toBe(delimiter)
})
