import { expect, test } from 'vitest'
import { buffer } from 'node:stream/consumers'
import { inflateSync } from 'node:zlib'
import { paperSizeOf, printPaper, printPapers, type Letter } from './paper.server'

const paper = (more: Partial<Letter> = {}): Letter => ({
  title: 'Invoice INV-000001', from: { name: 'Cedar Valley Schools', lines: ['Riverside Primary'] }, to: ['Ada Łukasiewicz'], facts: [{ label: 'Due on', value: 'Feb 1, 2026' }],
  columns: [{ label: 'Description', width: '*' }, { label: 'Amount', width: 110, end: true }], rows: [{ cells: ['Tuition', '$900.00'] }], notes: [], colors: { color: '#7c3aed' }, ...more,
})
const style = { size: 'A4' as const, language: 'en', pageOf: (page: number, pages: number) => `Page ${page} of ${pages}` }
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length

test('a short letter is one page of the size that was asked for', async () => {
  expect(pagesOf(await printPaper(paper(), style))).toBe(1)
  expect((await printPaper(paper(), style)).toString('latin1')).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/)
  expect((await printPaper(paper(), { ...style, size: 'LETTER' })).toString('latin1')).toMatch(/\/MediaBox \[0 0 612 792\]/)
})

test('many rows go on over the pages, and long names are broken into lines', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({ cells: [`${at} ${'x'.repeat(300)}`, '$1.00'] }))
  const pages = pagesOf(await printPaper(paper({ rows, to: ['N'.repeat(300)], title: 'T'.repeat(300) }), style))
  expect(pages).toBeGreaterThan(4)
  expect(pages).toBeLessThan(20)
})

/** What is written on each page, in glyphs. */
const written = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/FlateDecode\n>>\nstream\n([^]*?)\nendstream/g)].map(([, packed]) => inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1')).filter((stream) => stream.includes('TJ')).map((stream) => new Set(stream.match(/\[.*\] TJ/g)))

test('a table that goes on has its heading on each page', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => ({ cells: [`Line ${at}`, `$${at}.00`] }))
  const [first, ...others] = written(await printPaper(paper({ rows }), style))
  expect(others.length).toBeGreaterThan(1)
  expect([...first!].filter((text) => others.every((page) => page.has(text)))).toHaveLength(2)
})

test('words from right to left keep their order', async () => {
  const named = async (name: string) => written(await printPaper(paper({ to: [name] }), style))
  expect(await named('דוד בן גוריון')).toEqual(await named('דוד\u00a0בן\u00a0גוריון'))
  expect(await named('Ada Łukasiewicz')).not.toEqual(await named('Ada\u00a0Łukasiewicz'))
})

test('many letters are one PDF, each on pages of its own; one that breaks breaks the whole', async () => {
  const about = { title: 'Invoices', author: 'Cedar' }
  expect(pagesOf(await buffer(printPapers([paper(), paper({ title: 'Second' }), paper()], style, about)))).toBe(3)
  const broken = async function* () {
    yield paper()
    throw new Error('the database is gone')
  }
  await expect(buffer(printPapers(broken(), style, about))).rejects.toThrow('the database is gone')
})

test('what looks like a program or an address is text, and nothing is a link', async () => {
  const pdf = (await printPaper(paper({ rows: [{ cells: ['<iframe src=file:///etc/passwd>', 'javascript:alert(1)'] }], notes: ['https://example.org'] }), style)).toString('latin1')
  expect(pdf).not.toMatch(/\/(URI|JS|JavaScript|Launch|EmbeddedFile)\b/)
})

test('paper is Letter where offices print on it', () => {
  expect([paperSizeOf('USD'), paperSizeOf('EUR'), paperSizeOf('MXN'), paperSizeOf('PKR')]).toEqual(['LETTER', 'A4', 'LETTER', 'A4'])
})
