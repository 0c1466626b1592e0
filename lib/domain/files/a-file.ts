import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'

/** A picture of one colour, as a camera would send it: with a place in it that nobody else must learn. */
export const aPicture = (type: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg', width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#c2410c' } }).withExif({ IFD0: { Artist: 'secret-place' } }).toFormat(type).toBuffer()

export const aPdf = (inside = '') => Buffer.from(`%PDF-1.7\n${inside}\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n`)

const parts: Record<string, Record<string, string>> = {
  docx: { '[Content_Types].xml': '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>', 'word/document.xml': '<w:document/>' },
  xlsx: { '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>', 'xl/workbook.xml': '<workbook/>' },
  odt: { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' },
  ods: { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office/>' },
}
/** An office document of the fewest parts that make one, and `more` beside them. */
export const anOfficeFile = (ending: keyof typeof parts, more: Record<string, string> = {}) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries({ ...parts[ending], ...more }).map(([name, text]) => [name, [strToU8(text), { level: name === 'mimetype' ? 0 : 6 }]]))))

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

function chunk(name: string, content: Buffer) {
  const [length, body, sum] = [Buffer.alloc(4), Buffer.concat([Buffer.from(name), content]), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of few bytes that says it is huge. */
export function aBomb(side = 50_000) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(8_000_000))), chunk('IEND', Buffer.alloc(0))])
}

export const sent = (bytes: Uint8Array | string) => Readable.from([Buffer.from(bytes)], { objectMode: false })
export const read = async (content: Readable | Promise<Readable>) => buffer(await content)
