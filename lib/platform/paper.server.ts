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
/** By their files, not by names for them: a table goes back to the file of the font before it, and would open that anew for each cell. */
const [plain, strong] = [font('DejaVuSans'), font('DejaVuSans-Bold')]
const margin = 50
const [ink, soft, line] = ['#16181d', '#5b6170', '#d5d8de']

/** Words written from right to left stay together: laid out one by one they would follow each other from left to right. */
const together = (text: string) => text.replace(/(?<=[\p{sc=Arabic}\p{sc=Hebrew}]\p{M}*) (?=[\p{sc=Arabic}\p{sc=Hebrew}])/gu, '\u00a0')

function drawHead(pdf: PDFKit.PDFDocument, { title, from, to, facts }: Paper, colors: CampusColors) {
  const wide = pdf.page.width
  const theme = campusTheme(colors)
  pdf.rect(0, 0, wide, 10).fill(theme[''].light)
  pdf.fillColor(ink).font(strong).fontSize(15).text(together(from.name), margin, margin - 10, { width: wide - 2 * margin })
  pdf.font(plain).fontSize(9).fillColor(soft)
  for (const each of from.lines) pdf.text(together(each))
  pdf.moveDown(1.4).font(strong).fontSize(19).fillColor(theme.text.light).text(title)
  pdf.moveDown(0.5)
  const top = pdf.y
  const half = (wide - 2 * margin) / 2 - 10
  pdf.font(plain).fontSize(10).fillColor(ink)
  for (const each of to) pdf.text(together(each), margin, pdf.y, { width: half })
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

const padding = { vertical: 5, horizontal: 4 }

/** How high a row becomes; a column without a width of its own has what the others leave. */
function heightOf(pdf: PDFKit.PDFDocument, columns: readonly Column[], { cells, strong: isStrong }: PaperRow): number {
  const left = pdf.page.width - 2 * margin - columns.reduce((sum, { width }) => sum + (width === '*' ? 0 : width), 0)
  pdf.font(isStrong ? strong : plain)
  const heights = columns.map(({ width }, at) => pdf.heightOfString(together(cells[at] ?? ''), { width: (width === '*' ? left : width) - 2 * padding.horizontal }))
  pdf.font(plain)
  return Math.max(...heights) + 2 * padding.vertical
}

/** The heading stands on each page that the rows go on over. */
function drawTable(pdf: PDFKit.PDFDocument, { columns, rows }: Paper) {
  const align = (at: number) => ({ x: columns[at]?.end ? ('right' as const) : ('left' as const), y: 'top' as const })
  const begin = () => {
    pdf.font(plain).fontSize(9).fillColor(ink)
    return pdf.table({
      columnStyles: columns.map(({ width }) => ({ width })),
      defaultStyle: { border: { top: 0, left: 0, right: 0, bottom: 0.5 }, borderColor: line, padding: [padding.vertical, padding.horizontal] },
    }).row(columns.map(({ label }, at) => ({ text: label, type: 'TH', textColor: soft, align: align(at) })))
  }
  let table = begin()
  for (const row of rows) {
    if (pdf.y + heightOf(pdf, columns, row) >= pdf.page.maxY()) {
      table.end()
      pdf.addPage()
      table = begin()
    }
    table.row(row.cells.map((text, at) => ({ text: together(text), align: align(at), font: { src: row.strong ? strong : plain } })))
  }
  table.end()
}

function drawFeet(pdf: PDFKit.PDFDocument, pageOf: PaperStyle['pageOf']) {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    // Below the margin pdfkit would begin another page.
    pdf.page.margins.bottom = 0
    pdf.font(plain).fontSize(8).fillColor(soft).text(pageOf(page - start + 1, count), margin, pdf.page.height - 34, { width: pdf.page.width - 2 * margin, align: 'center', lineBreak: false })
  }
}

function draw(pdf: PDFKit.PDFDocument, letter: Letter, pageOf: PaperStyle['pageOf']) {
  pdf.addPage()
  drawHead(pdf, letter, letter.colors)
  drawTable(pdf, letter)
  pdf.moveDown(1.2).font(plain).fontSize(9).fillColor(soft)
  for (const note of letter.notes) pdf.text(note, margin, pdf.y, { width: pdf.page.width - 2 * margin }).moveDown(0.5)
  drawFeet(pdf, pageOf)
  pdf.flushPages()
}

/** Many letters as one PDF, each beginning on a page of its own and counting its pages; it is sent as it is drawn. Every text is drawn as text, whatever it says. */
export function printPapers(letters: AsyncIterable<Letter> | Iterable<Letter>, { size, language, pageOf }: PaperStyle, about: { title: string; author: string }): Readable {
  const pdf = new PDFDocument({ size, margin, lang: language, autoFirstPage: false, bufferPages: true, font: '', info: { Title: about.title, Author: about.author }, displayTitle: true, pdfVersion: '1.7', tagged: true })
  pdf.font(plain)
  const drawAll = async () => {
    for await (const letter of letters) draw(pdf, letter, pageOf)
    pdf.end()
  }
  drawAll().catch((error: unknown) => (pdf as unknown as Readable).destroy(error as Error))
  return pdf as unknown as Readable
}

/** One letter as PDF. */
export const printPaper = (letter: Letter, style: PaperStyle): Promise<Buffer> => buffer(printPapers([letter], style, { title: letter.title, author: letter.from.name }))
