import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, safeCell } from './csv'

test.each(['=1+1', '+1', '-1+2', '-x', '@x', '\tx', '\rx', '＝1'])('%j cannot run in a spreadsheet', (text) => expect(safeCell(text)).toBe(`'${text}`))
test.each(['-5.50', '-1', '1', 'a-b', ''])('%j stays as it is', (text) => expect(safeCell(text)).toBe(text))
test('every line can be read back, and no cell begins like a formula', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
    const [read] = parse(csvLine(cells), { relax_column_count: true }) as string[][]
    expect(read).toEqual(cells.map(safeCell))
    expect(read?.some((cell) => /^[=+@\t\r]|^-(?!\d+(?:[.,]\d+)?$)/.test(cell))).toBe(false)
  }))
})
