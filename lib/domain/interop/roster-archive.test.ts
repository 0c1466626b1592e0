import { text } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { asFile, asZip, aRoster } from './a-roster'
import { archiveLimits, openArchive } from './roster-archive.server'
import { RosterUnreadable } from './roster-diagnostic'

type Entry = { name: string; content?: Buffer; flags?: number; method?: number; declared?: number }

/** A zip byte by byte, with whatever lies a test needs. */
const rawZip = (entries: Entry[]): Buffer => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content = Buffer.from('sourcedId\n'), flags = 0, method = 8, declared = content.length } of entries) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0); common.writeUInt16LE(flags, 2); common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(content), 10); common.writeUInt32LE(packed.length, 14); common.writeUInt32LE(declared, 18); common.writeUInt16LE(Buffer.byteLength(name), 22)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, more, Buffer.from(name)]))
    local.push(head)
    offset += head.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4); end.writeUInt16LE(entries.length, 6); end.writeUInt32LE(directory.length, 8); end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}
const opened = async (zip: Buffer, limits = archiveLimits) => openArchive(await asFile(zip), limits)
const refused = (code: string) => ({ diagnostic: { code } })

test('a roster opens, and its files can be read', async () => {
  const archive = await opened(asZip(aRoster()))
  expect(archive.files.map(({ name }) => name).sort()).toContain('academicSessions')
  expect(await text(await archive.files.find(({ name }) => name === 'orgs')!.open())).toContain('Lakeside')
  expect(archive.diagnostics).toEqual([])
  archive.close()
})
test.each([['text', Buffer.from('hello, I am no zip')], ['nothing', Buffer.alloc(0)], ['half a zip', asZip(aRoster()).subarray(0, 900)]])('%s is refused', async (_, bytes) => {
  await expect(opened(bytes)).rejects.toMatchObject(refused('zip-unreadable'))
})
test.each(['../orgs.csv', 'a/../../orgs.csv', '/etc/orgs.csv', 'C:/orgs.csv', '..\\orgs.csv'])('the path %s is refused', async (name) => {
  await expect(opened(rawZip([{ name: 'users.csv' }, { name }]))).rejects.toMatchObject(refused('zip-path'))
})
test('an encrypted entry is refused', async () => {
  await expect(opened(rawZip([{ name: 'orgs.csv', flags: 1 }]))).rejects.toMatchObject(refused('zip-encrypted'))
})
test('an unknown compression is refused', async () => {
  await expect(opened(rawZip([{ name: 'orgs.csv', method: 12 }]))).rejects.toMatchObject(refused('zip-method'))
})
test('too many entries are refused', async () => {
  await expect(opened(rawZip(Array.from({ length: 101 }, (_, i) => ({ name: `f${i}.csv` }))))).rejects.toMatchObject(refused('zip-too-many-entries'))
})
test('a bomb is refused by what it declares', async () => {
  await expect(opened(rawZip([{ name: 'orgs.csv', content: Buffer.alloc(8 * 1024 * 1024) }]))).rejects.toMatchObject(refused('zip-ratio'))
  await expect(opened(rawZip([{ name: 'orgs.csv' }]), { ...archiveLimits, fileBytes: 5 })).rejects.toMatchObject(refused('zip-too-large'))
})
test('a bomb that declares less than it holds is stopped while it unpacks', async () => {
  const archive = await opened(rawZip([{ name: 'orgs.csv', content: Buffer.alloc(64 * 1024 * 1024), declared: 1_000 }]))
  await expect(text(await archive.files[0]!.open())).rejects.toMatchObject(refused('zip-damaged'))
  archive.close()
})
test('the sum of all entries is counted, too', async () => {
  const content = Buffer.from(Array.from({ length: 4_000 }, (_, i) => String((i * 7919) % 10_007)).join(','))
  const archive = await opened(rawZip([{ name: 'orgs.csv', content }, { name: 'users.csv', content }]), { ...archiveLimits, fileBytes: content.length, totalBytes: content.length * 2 })
  for (const file of [...archive.files, ...archive.files]) await text(await file.open()) // a file is read three times: it counts once
  archive.close()
  const liar = await opened(rawZip([{ name: 'orgs.csv', content }, { name: 'users.csv', content: Buffer.concat([content, content]), declared: content.length }]), { ...archiveLimits, totalBytes: content.length * 2 })
  await text(await liar.files[0]!.open())
  await expect(text(await liar.files[1]!.open())).rejects.toBeInstanceOf(RosterUnreadable)
  liar.close()
})
test('damage in the middle is called damage', async () => {
  const zip = rawZip([{ name: 'orgs.csv', content: Buffer.from('sourcedId,name\n1,North\n') }])
  zip.fill(0xff, 40, 50)
  const archive = await opened(zip)
  await expect(text(await archive.files[0]!.open())).rejects.toMatchObject(refused('zip-damaged'))
  archive.close()
})
test('the same file twice is refused, also under another case', async () => {
  await expect(opened(rawZip([{ name: 'orgs.csv' }, { name: 'ORGS.CSV' }]))).rejects.toMatchObject(refused('zip-duplicate-file'))
})
test('a folder around the files is accepted with a word; strangers are named and passed over', async () => {
  const archive = await opened(rawZip([{ name: 'export/orgs.csv' }, { name: 'export/readme.txt' }, { name: '__MACOSX/._orgs.csv' }, { name: 'Users.csv' }]))
  expect(archive.files.map(({ name }) => name)).toEqual(['orgs', 'users'])
  expect(archive.diagnostics.map(({ code }) => code).sort()).toEqual(['file-name-case', 'zip-folder', 'zip-unknown-file'])
  archive.close()
})
test('an archive without any roster file is refused', async () => {
  await expect(opened(rawZip([{ name: 'holiday.jpg' }]))).rejects.toMatchObject(refused('zip-empty'))
})
