import { isAscii } from 'node:buffer'

import type { EightBit } from './import-batch'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | EightBit
/** `mixed`: UTF-8 in one place and something else in another; the broken characters are reported row by row. */
export type EncodingFound = { encoding: Encoding; bom: boolean; mixed: boolean; nuls: number; bytes: number }

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

/** UTF-16 without a mark gives itself away: the other byte of nearly every character is zero. */
const silentUtf16 = (head: Uint8Array): Encoding | null => {
  let even = 0
  let odd = 0
  head.forEach((byte, i) => {
    if (byte !== 0) return
    if (i % 2 === 0) even += 1
    else odd += 1
  })
  const half = head.length / 2
  if (half < 8) return null
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null
}

const follows = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) return 1
  if (lead >= 0xe0 && lead <= 0xef) return 2
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1
}

/** Tells the encoding of a file from its bytes, chunk by chunk, in constant memory. */
export const encodingSniffer = () => {
  let head: Uint8Array = new Uint8Array(0)
  let bytes = 0
  let nuls = 0
  let pending = 0
  let valid = 0
  let broken = 0

  const weigh = (byte: number) => {
    if (pending > 0) {
      if ((byte & 0xc0) === 0x80) {
        pending -= 1
        if (pending === 0) valid += 1
        return
      }
      broken += 1
      pending = 0
    }
    if (byte < 0x80) return
    pending = follows(byte)
    if (pending === -1) {
      broken += 1
      pending = 0
    }
  }

  return {
    push(chunk: Buffer) {
      if (head.length < 512) head = Buffer.concat([head, chunk.subarray(0, 512 - head.length)])
      bytes += chunk.length
      for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) nuls += 1
      if (pending === 0 && isAscii(chunk)) return
      for (const byte of chunk) weigh(byte)
    },
    end(): EncodingFound {
      if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', bom: true, mixed: false, nuls: 0, bytes }
      if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', bom: true, mixed: false, nuls: 0, bytes }
      const bom = startsWith(head, 0xef, 0xbb, 0xbf)
      const wide = silentUtf16(head)
      if (wide) return { encoding: wide, bom: false, mixed: false, nuls: 0, bytes }
      if (pending > 0) broken += 1
      const proven = valid - (bom ? 1 : 0)
      if (broken === 0) return { encoding: 'utf-8', bom, mixed: false, nuls, bytes }
      const mixed = bom || proven > 0
      return { encoding: mixed ? 'utf-8' : 'windows-1252', bom, mixed, nuls, bytes }
    },
  }
}
