import 'server-only'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { CampusColors } from './theme'
import { campusTheme } from './theme'

/** A4, and Letter where offices print on that. */
export type PaperSize = 'A4' | 'LETTER'
export type Column = { label: string; width: number | '*'; end?: boolean }
export type PaperRow = { cells: readonly string[]; strong?: boolean }
export type Paper = {
  title: string
  /** Who sends it: the organization's name and, below it, what else tells who that is. */
  from: { name: string; lines: readonly string[] }
  to: readonly string[]
  facts: readonly { label: string; value: string }[]
  columns: readonly Column[]
  rows: readonly PaperRow[]
  notes: readonly string[]
}
/** A paper in the colours of whoever sends it. */
export type Letter = Paper & { colors: CampusColors }
export type PaperStyle = { size: PaperSize; language: string; pageOf: (page: number, pages: number) => string }

/** Where letters are 8.5 by 11 inches, by the currency of the country (CLDR, paperSize). */
const letterCurrencies = ['USD', 'CAD', 'MXN', 'PHP', 'CLP', 'COP', 'CRC', 'GTQ', 'NIO', 'PAB', 'VES', 'DOP']
export const paperSizeOf = (currency: string): PaperSize => (letterCurrencies.includes(currency) ? 'LETTER' : 'A4')

/** The fonts inside PDF know Western European letters only; names have others. */
const font = (face: string) => path.join(process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf', `${face}.ttf`)
const margin = 50
const [ink, soft, line] = ['#16181d', '#5b6170', '#d5d8de']

function drawHead(pdf: PDFKit.PDFDocument, { title, from, to, facts }: Paper, colors: CampusColors) {
  const wide = pdf.page.width
  const theme = campusTheme(colors)
  pdf.rect(0, 0, wide, 10).fill(theme[''].light)
  pdf.fillColor(ink).font('strong').fontSize(15).text(from.name, margin, margin - 10, { width: wide - 2 * margin })
  pdf.font('plain').fontSize(9).fillColor(soft)
  for (const each of from.lines) pdf.text(each)
  pdf.moveDown(1.4).font('strong').fontSize(19).fillColor(theme.text.light).text(title)
  pdf.moveDown(0.5)
  const top = pdf.y
  const half = (wide - 2 * margin) / 2 - 10
  pdf.font('plain').fontSize(10).fillColor(ink)
  for (const each of to) pdf.text(each, margin, pdf.y, { width: half })
  const below = pdf.y
  pdf.y = top
  for (const { label, value } of facts) {
    const at = pdf.y
    pdf.fillColor(soft).text(label, margin + half + 20, at, { width: half / 2 - 5 })
    const labelled = pdf.y
    pdf.fillColor(ink).text(value, margin + half + 20 + half / 2, at, { width: half / 2, align: 'right' })
    pdf.y = Math.max(labelled, pdf.y)
  }
  pdf.x = margin
  pdf.y = Math.max(below, pdf.y) + 18
}

function drawTable(pdf: PDFKit.PDFDocument, { columns, rows }: Paper) {
  const cell = (text: string, at: number, look: object) => ({ text, align: { x: columns[at]?.end ? ('right' as const) : ('left' as const), y: 'top' as const }, ...look })
  pdf.fontSize(9).fillColor(ink)
  pdf.table({
    columnStyles: columns.map(({ width }) => ({ width })),
    defaultStyle: { border: { top: 0, left: 0, right: 0, bottom: 0.5 }, borderColor: line, padding: [5, 4] },
    data: [
      columns.map(({ label }, at) => cell(label, at, { type: 'TH', textColor: soft })),
      ...rows.map(({ cells, strong }) => cells.map((text, at) => cell(text, at, { font: { src: strong ? 'strong' : 'plain' } }))),
    ],
  })
}

function drawFeet(pdf: PDFKit.PDFDocument, pageOf: PaperStyle['pageOf']) {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    // Below the margin pdfkit would begin another page.
    pdf.page.margins.bottom = 0
    pdf.font('plain').fontSize(8).fillColor(soft).text(pageOf(page - start + 1, count), margin, pdf.page.height - 34, { width: pdf.page.width - 2 * margin, align: 'center', lineBreak: false })
  }
}

function draw(pdf: PDFKit.PDFDocument, letter: Letter, pageOf: PaperStyle['pageOf']) {
  pdf.addPage()
  drawHead(pdf, letter, letter.colors)
  drawTable(pdf, letter)
  pdf.moveDown(1.2).font('plain').fontSize(9).fillColor(soft)
  for (const note of letter.notes) pdf.text(note, margin, pdf.y, { width: pdf.page.width - 2 * margin }).moveDown(0.5)
  drawFeet(pdf, pageOf)
  pdf.flushPages()
}

/** Many letters as one PDF, each beginning on a page of its own and counting its pages; it is sent as it is drawn. Every text is drawn as text, whatever it says. */
export function printPapers(letters: AsyncIterable<Letter> | Iterable<Letter>, { size, language, pageOf }: PaperStyle, about: { title: string; author: string }): Readable {
  const pdf = new PDFDocument({ size, margin, lang: language, autoFirstPage: false, bufferPages: true, font: '', info: { Title: about.title, Author: about.author }, displayTitle: true, pdfVersion: '1.7', tagged: true })
  // By their names alone: a file that the document has opened under another one would be opened anew for each text.
  pdf.registerFont('plain', font('DejaVuSans')).registerFont('strong', font('DejaVuSans-Bold')).font('plain')
  const drawAll = async () => {
    for await (const letter of letters) draw(pdf, letter, pageOf)
    pdf.end()
  }
  drawAll().catch((error: unknown) => (pdf as unknown as Readable).destroy(error as Error))
  return pdf as unknown as Readable
}

/** One letter as PDF. */
export const printPaper = (letter: Letter, style: PaperStyle): Promise<Buffer> => buffer(printPapers([letter], style, { title: letter.title, author: letter.from.name }))
