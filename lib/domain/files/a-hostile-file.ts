import { anOfficeFile, aBomb, aPdf, aPicture } from './a-file'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const html = '<!doctype html><script>alert(1)</script>'
const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)])
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(128), Buffer.from('This program cannot be run in DOS mode')])
export const cut = async () => (await aPicture('jpeg', 800, 600)).subarray(0, 900)
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(4), Buffer.from('mif1heic')])
/** The same document, whose directory says that its last part unpacks to so many bytes. */
function claiming(document: Buffer, bytes: number) {
  document.writeUInt32LE(bytes, document.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24)
  return document
}

/** For tests: what must never be let in, its name and the problem that is told. */
export const hostileFiles: readonly [what: string, content: () => Uint8Array | string | Promise<Uint8Array>, name: string, problem: string][] = [
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
]

/** Names that would lead somewhere, turn round or never end, and that a sound file may come with. */
export const hostileNames = ['../../etc/passwd.pdf', 'C:\\Windows\\win.ini', '/abs/olute.pdf', 'annual\u202Efdp.exe', 'a\r\nSet-Cookie: x.pdf', '"><img src=x onerror=alert(1)>.pdf', 'CON|?*<>:.pdf', `${'n'.repeat(300)}.pdf`, `${'\u{1f600}'.repeat(150)}.pdf`, '\u05e9\u05dc\u05d5\u05dd'.repeat(75)]
