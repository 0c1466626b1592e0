import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { encodingSniffer } from './roster-encoding'
import { mended, readings } from './roster-letters'

const sniff = (bytes: Buffer, size = bytes.length) => {
  const sniffer = encodingSniffer()
  for (let at = 0; at < bytes.length; at += Math.max(1, size)) sniffer.push(bytes.subarray(at, at + Math.max(1, size)))
  return sniffer.end()
}
const text = 'sourcedId,name\r\n1,José Ñandú\r\n2,Zoë\r\n'

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)('%s is recognised, in whole and byte by byte', (encoding) => {
  const bytes = iconv.encode(text, encoding)
  expect(sniff(bytes)).toMatchObject({ encoding, mixed: false })
  expect(sniff(bytes, 1)).toMatchObject({ encoding, mixed: false })
})
test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s with a mark', (encoding) => {
  expect(sniff(iconv.encode(text, encoding, { addBOM: true }))).toMatchObject({ encoding, bom: true })
})
test('UTF-8 with something else in it is called mixed', () => {
  expect(sniff(Buffer.concat([Buffer.from('é,'), Buffer.from([0xe9, 0x2c])]))).toMatchObject({ encoding: 'utf-8', mixed: true })
})
test.each([
  ['windows-1250', 'Łukasz,Żółć\nŚwięta,Wójcik\nKrzysztof,Dąbrowski'], ['windows-1253', 'Γιώργος,Παπαδόπουλος\nΕλένη,Νικολάου'], ['windows-1251', 'Иван,Петров\nЕлена,Смирнова\nСергей,Кузнецов'], ['windows-1252', 'José,Ñandú\nZoë,Müller\nBjörn,Sørensen'],
  ['windows-1254', 'Ayşe,Yılmaz\nIşıl,Şahin\nÇağla,Doğan'], ['windows-1255', 'דוד,כהן\nשרה,לוי'],
] as const)('names in %s are among the samples to choose from, as they are meant', (encoding, names) => {
  const found = readings(names.split('\n').map((line) => iconv.encode(line, encoding)))
  expect(found.slice(0, 4).map(({ lines }) => lines.join('\n'))).toContain(names)
})
test('what was encoded twice is known and can be put right; what was not stays', () => {
  for (const name of ['García', 'Łukasz', 'Müller-Ñandú', 'Ελένη', 'O’Brien']) expect(mended(Buffer.from(name, 'utf8').toString('latin1'))).toBe(name)
  for (const name of ['García', 'Ã', 'Ãlvaro', 'Łukasz', 'ÂÊÎ', 'Ñandú', 'Anna']) expect(mended(name)).toBe(name)
  fc.assert(fc.property(fc.constantFrom('é', 'ü', 'ł', 'я', 'ñ', 'ß', 'ș').chain((letter) => fc.string({ unit: fc.constantFrom('a', 'b', 'c') }).map((text) => text + letter + text)), (name) => {
    const wrong = iconv.decode(Buffer.from(name, 'utf8'), 'windows-1252')
    if (!wrong.includes('\ufffd')) expect(mended(wrong)).toBe(name)
  }))
})
test('zero bytes are counted', () => expect(sniff(Buffer.from('a,b\0c\n'))).toMatchObject({ nuls: 1 }))
test('all that is UTF-8 is called UTF-8, wherever its chunks end', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 7 }), (unicode, size) => {
    const bytes = Buffer.from(`sourcedId,${unicode.replaceAll('\0', '')}`)
    expect(sniff(bytes, size)).toMatchObject({ encoding: 'utf-8', mixed: false })
  }))
})
