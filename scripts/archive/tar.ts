// The ustar format, as much of it as a backup needs; any tar program opens what this writes.
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { Problem } from '../ground/say.mjs'

const TOO_SHORT = 'The backup is damaged: it was cut off.'
const BLOCK = 512
const OCTAL_LIMIT = 8 ** 11

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const cut = name.length > 100 ? name.lastIndexOf('/', 154) : -1
  if (name.length - cut - 1 > 100) throw new Error(`The name ${name} is too long for an archive.`)
  block.write(name.slice(cut + 1), 0)
  if (cut > 0) block.write(name.slice(0, cut), 345)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  if (size < OCTAL_LIMIT) block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  else {
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(size), 128)
  }
  block.write(`${Math.floor(Date.now() / 1000).toString(8).padStart(11, '0')}\0`, 136)
  block.write(' '.repeat(8), 148)
  block.write('0', 156)
  block.write('ustar\0', 257)
  block.write('00', 263)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

const padding = (size: number) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

export type Member = { name: string; size: number; content: Buffer | { file: string } }

/** The bytes of an archive with these members, in this order. */
export async function* packed(members: Iterable<Member>): AsyncGenerator<Buffer> {
  for (const { name, size, content } of members) {
    yield header(name, size)
    let written = 0
    for await (const part of Buffer.isBuffer(content) ? [content] : createReadStream(content.file)) {
      written += (part as Buffer).length
      yield part as Buffer
    }
    if (written !== size) throw new Error(`${name} changed while it was read.`)
    yield padding(size)
  }
  yield Buffer.alloc(2 * BLOCK)
}

function readSize(block: Buffer): number {
  if (block[124]! & 0x80) return Number(block.readBigUInt64BE(128))
  return Number.parseInt(block.toString('latin1', 124, 136), 8)
}

const text = (block: Buffer, from: number, length: number) => block.toString('utf8', from, from + length).split('\0')[0]!

/** Walks an archive once. A member's content must be read, or is skipped, before the next one comes. */
export async function* unpacked(source: Readable): AsyncGenerator<{ name: string; size: number; content: AsyncGenerator<Buffer> }> {
  const bytes = reader(source)
  for (;;) {
    const block = await bytes.exactly(BLOCK)
    if (!block || block.every((byte) => byte === 0)) return
    if (text(block, 257, 5) !== 'ustar') throw new Problem('This is not a backup of Homeroom, or it is damaged.')
    const size = readSize(block)
    const prefix = text(block, 345, 155)
    let left = size
    const content = (async function* () {
      while (left > 0) {
        const part = await bytes.upTo(left)
        left -= part.length
        yield part
      }
    })()
    yield { name: prefix ? `${prefix}/${text(block, 0, 100)}` : text(block, 0, 100), size, content }
    for await (const _ of content);
    await bytes.exactly(padding(size).length)
  }
}

function reader(source: Readable) {
  const parts = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const fill = async () => {
    const { value, done } = await parts.next()
    if (done) return false
    held = held.length > 0 ? Buffer.concat([held, value as Buffer]) : (value as Buffer)
    return true
  }
  const take = (length: number) => {
    const part = held.subarray(0, length)
    held = held.subarray(length)
    return part
  }
  return {
    async exactly(length: number) {
      while (held.length < length) {
        if (await fill()) continue
        if (held.length === 0) return null
        throw new Problem(TOO_SHORT)
      }
      return take(length)
    },
    async upTo(length: number) {
      if (held.length === 0 && !(await fill())) throw new Problem(TOO_SHORT)
      return take(Math.min(length, held.length))
    },
  }
}
