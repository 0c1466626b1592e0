import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { aBomb, anOfficeFile, aPdf, aPicture, read } from './a-file'
import type { FileKind } from './file'
import { cleanName } from './file-name'
import { inspected } from './inspection.server'

const folder = mkdtempSync(join(tmpdir(), 'inspection-'))
afterAll(() => rmSync(folder, { recursive: true }))

function look(content: Uint8Array | string, name: string, kind: FileKind = 'attachment') {
  const bytes = Buffer.from(content)
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, bytes)
  return inspected({ path, bytes: bytes.length }, kind, name)
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const html = '<!doctype html><script>alert(1)</script>'
const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)])
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(128), Buffer.from('This program cannot be run in DOS mode')])
const cut = async () => (await aPicture('jpeg', 800, 600)).subarray(0, 900)
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(4), Buffer.from('mif1heic')])
/** The same document, whose directory says that its last part unpacks to so many bytes. */
function claiming(document: Buffer, bytes: number) {
  document.writeUInt32LE(bytes, document.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24)
  return document
}

describe('what is not let in', () => {
  test.each<[string, () => Uint8Array | string | Promise<Uint8Array>, string, string]>([
    ['SVG with a script', () => svg, 'logo.svg', 'type'],
    ['SVG behind an XML head', () => `<?xml version="1.0"?>${svg}`, 'logo.png', 'type'],
    ['SVG as text', () => svg, 'logo.txt', 'noText'],
    ['HTML named .jpg', () => html, 'holiday.jpg', 'type'],
    ['HTML named .csv', () => html, 'marks.csv', 'noText'],
    ['a shell script', () => '#!/bin/sh\nrm -rf ~\n', 'install.txt', 'noText'],
    ['a script', () => 'alert(1)', 'a.js', 'type'],
    ['a Windows program', () => exe, 'setup.exe', 'type'],
    ['a Windows program named .pdf', () => exe, 'bill.pdf', 'type'],
    ['a Windows program named .txt', () => exe, 'readme.txt', 'noText'],
    ['a Linux program', () => elf, 'tool', 'type'],
    ['a zip named .docx', () => anOfficeFile('none', { 'a.txt': 'x' }), 'letter.docx', 'type'],
    ['a document without its heart', () => anOfficeFile('none', { '[Content_Types].xml': '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' }), 'letter.docx', 'damaged'],
    ['a document cut short', () => anOfficeFile('docx', { 'word/more.xml': 'x'.repeat(500) }).subarray(0, 420), 'letter.docx', 'damaged'],
    ['a document with macros', () => anOfficeFile('docx', { 'word/vbaProject.bin': 'x' }), 'letter.docx', 'active'],
    ['a document with a program in it', () => anOfficeFile('xlsx', { 'xl/embeddings/run.exe': 'MZ' }), 'marks.xlsx', 'active'],
    ['a document that unpacks without end', () => claiming(anOfficeFile('docx'), 400 * 1024 * 1024), 'letter.docx', 'bomb'],
    ['a PDF that is a page as well', () => aPdf('<html><script>alert(1)</script></html>'), 'bill.pdf', 'active'],
    ['a PDF cut short', () => aPdf().subarray(0, 20), 'bill.pdf', 'damaged'],
    ['a picture of 50,000 by 50,000', () => aBomb(), 'bomb.png', 'tooManyPixels'],
    ['a picture cut short', cut, 'holiday.jpg', 'damagedPicture'],
    ['a picture of two bytes', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'holiday.jpg', 'damagedPicture'],
    ['HEIC', () => heic, 'IMG_1.HEIC', 'heic'],
    ['an empty file', () => '', 'nothing.txt', 'empty'],
    ['text with a NUL', () => 'a,b\n1,\0\n', 'marks.csv', 'noText'],
    ['text that is not UTF-8', () => Buffer.from([0x41, 0xf1, 0x6f]), 'marks.csv', 'noText'],
  ])('%s', async (_, content, name, problem) => {
    await expect(Promise.resolve(content()).then((bytes) => look(bytes, name))).rejects.toMatchObject({ code: 'invalid', message: `files.problems.${problem}` })
  })
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([['a document', () => aPdf(), 'noPicture'], ['a bomb', () => aBomb(), 'tooManyPixels'], ['half a picture', cut, 'damagedPicture']])('%s as a photo', async (_, content, problem) => {
    await expect(Promise.resolve(content()).then((bytes) => look(bytes, 'me.png', 'photo'))).rejects.toMatchObject({ message: `files.problems.${problem}` })
  })
})

describe('what is let in', () => {
  test.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['odt', 'application/vnd.oasis.opendocument.text'],
    ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ])('a document comes out as it went in: %s', async (ending, type) => {
    const bytes = anOfficeFile(ending)
    const sound = await look(bytes, `Plan.${ending}`)
    expect(sound).toMatchObject({ type, name: `Plan.${ending}`, bytes: bytes.length })
    expect(await read(sound.parts.whole!())).toEqual(bytes)
  })
  test.each([['bill.PDF', 'bill.pdf'], ['bill.exe', 'bill.exe.pdf'], ['bill', 'bill.pdf'], ['bill.docx', 'bill.pdf']])('a PDF called %s goes out as %s', async (given, name) => {
    expect(await look(aPdf(), given)).toMatchObject({ type: 'application/pdf', name })
  })
  test('text, as text, whatever it looks like to a spreadsheet', async () => {
    expect(await look('\ufeffNombre;Nota\nJosé;9\n', 'notas.csv')).toMatchObject({ type: 'text/plain', name: 'notas.csv' })
    expect(await look('BMI,Name\n20,Ana\n', 'bmi.csv')).toMatchObject({ type: 'text/plain' })
    expect(await look(`${'a'.repeat(65_535)}ñ`, 'long.txt')).toMatchObject({ type: 'text/plain' })
  })
  test.each([['jpeg', 'image/jpeg', 'x.jpg'], ['png', 'image/png', 'x.png'], ['webp', 'image/webp', 'x.webp'], ['gif', 'image/png', 'x.png']] as const)('a picture is drawn anew, without what it knew: %s', async (format, type, name) => {
    const sound = await look(Buffer.concat([await aPicture(format), Buffer.from('<script>alert(1)</script>')]), 'x.jpeg')
    expect(sound).toMatchObject({ type, name })
    const drawn = await read(sound.parts.whole!())
    expect(drawn.toString('latin1')).not.toMatch(/secret-place|script/)
    expect(await sharp(drawn).metadata()).toMatchObject({ width: 400, height: 300 })
  })
  test('a GIF that is a script as well comes out as a picture only', async () => {
    const gif = await aPicture('gif', 10, 10)
    const sound = await look(Buffer.concat([gif, Buffer.from('/*=1;alert(1)//')]), 'a.gif')
    const drawn = await read(sound.parts.whole!())
    expect(drawn.subarray(1, 4).toString()).toBe('PNG')
    expect(drawn.includes('alert')).toBe(false)
  })
  test('a picture larger than any screen is made smaller, and turned upright', async () => {
    const sound = await look(await sharp(await aPicture('png', 6_000, 3_000)).withMetadata({ orientation: 6 }).jpeg().toBuffer(), 'scan.jpg')
    expect(await sharp(await read(sound.parts.whole!())).metadata()).toMatchObject({ width: 2_048, height: 4_096 })
  })
  test('a photo is square in two sizes', async () => {
    const sound = await look(await aPicture('png', 500, 900), 'me.png', 'photo')
    expect(sound).toMatchObject({ type: 'image/webp', name: 'me.webp' })
    for (const side of [96, 320]) expect(await sharp(await read(sound.parts[side]!())).metadata()).toMatchObject({ format: 'webp', width: side, height: side })
  })
})

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\plan.pdf', 'plan.pdf'],
    ['annual\u202Efdp.exe', 'annualfdp.exe'],
    ['a\0b\r\nSet-Cookie: x.txt', 'abSet-Cookie_ x.txt'],
    ['An\u0303o 2026 "final".docx', 'A\u00f1o 2026 _final_.docx'],
    ['  .htaccess ', 'htaccess'],
    ['क्षि\u200Dत.pdf', 'क्षि\u200Dत.pdf'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given)).toBe(clean)
  })
  test.each(['..', '/', '\u202E', ''])('of %j nothing is left', (given) => {
    expect(cleanName(given)).toBeNull()
  })
  test('a name of 300 letters is cut between letters and keeps its ending', async () => {
    const { name } = await look(aPdf(), `${'\u{1f600}'.repeat(150)}.pdf`)
    expect(name.length).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^(\u{1f600})+\.pdf$/u)
  })
})
