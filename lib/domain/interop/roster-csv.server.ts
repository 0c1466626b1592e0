import 'server-only'
import type { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { RosterUnreadable } from './roster-diagnostic'
import type { Encoding } from './roster-encoding'

export type Delimiter = ',' | ';' | '\t' | '|'
/** `row` is the number a spreadsheet shows: the header is 1, blank lines count. */
export type CsvRow = { row: number; cells: string[] }

/** One record may be this long; a quote that is never closed would swallow the file otherwise. In characters. */
const longestRecord = 256 * 1024

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** Excel writes the list separator of the country: whichever the header has most of. */
export const delimiterOf = (header: string): Delimiter => {
  const outside = header.replace(/"[^"]*"/g, '')
  const count = (mark: string) => outside.split(mark).length - 1
  return delimiters.reduce((most, mark) => (count(mark) > count(most) ? mark : most))
}

const asUnreadable = (error: unknown, file: string): unknown => {
  if (!(error instanceof CsvError)) return error
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  const records = typeof error.records === 'number' ? error.records + 1 : undefined
  return new RosterUnreadable(open ? 'csv-quote-open' : 'csv-unreadable', { file, row: records })
}

/** The records of one file, one at a time. Throws `RosterUnreadable` where the text stops being CSV. */
export async function* readCsv(source: Readable, file: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<CsvRow> {
  // Left to itself the parser takes the first line's end for the end of all lines.
  const parser = parse({ bom: true, delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: longestRecord })
  const text = encoding === 'utf-8' ? source : source.pipe(iconv.decodeStream(encoding))
  source.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1
      if (cells.length === 1 && cells[0]?.trim() === '') continue
      if (row > 1 && cells.every((cell) => cell.trim() === '')) continue
      yield { row, cells }
    }
  } catch (error) {
    throw asUnreadable(error, file)
  } finally {
    source.destroy()
    parser.destroy()
  }
}
