import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { aBomb, anOfficeFile, aPdf, aPicture, read } from './a-file'
import { cut, hostileFiles } from './a-hostile-file'
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

describe('what is not let in', () => {
  test.each(hostileFiles)('%s', async (_, content, name, problem) => {
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
