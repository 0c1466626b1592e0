import 'server-only'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { openPromise } from 'yauzl'
import { Refusal } from '@/lib/platform/errors'
import { documentEndings, type DocumentType } from './file'

const damaged = () => new Refusal('invalid', 'files.problems.damaged')
const active = () => new Refusal('invalid', 'files.problems.active')

async function edges(path: string, bytes: number) {
  const file = await open(path)
  try {
    const length = Math.min(2_048, bytes)
    const [head, tail] = [Buffer.alloc(length), Buffer.alloc(length)]
    await file.read(head, 0, length, 0)
    await file.read(tail, 0, length, bytes - length)
    return { head: head.toString('latin1'), tail: tail.toString('latin1') }
  } finally {
    await file.close()
  }
}

/** Whole from its first byte to its last, and not a page of markup at the same time. */
async function demandPdf(path: string, bytes: number) {
  const { head, tail } = await edges(path, bytes)
  if (!head.startsWith('%PDF-') || !tail.includes('%%EOF')) throw damaged()
  if (/<(!doctype|html|script|svg|\?php)/i.test(head)) throw active()
}

const most = { entries: 10_000, bytes: 300 * 1024 * 1024 }

/** What an office document is made of; its own parts are never unpacked here. */
async function partsOf(path: string): Promise<string[]> {
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true }).catch(() => {
    throw damaged()
  })
  try {
    if (zip.entryCount > most.entries) throw damaged()
    const names: string[] = []
    let unpacked = 0
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (unpacked > most.bytes) throw new Refusal('invalid', 'files.problems.bomb')
      names.push(entry.fileName)
    }
    return names
  } catch (error) {
    throw error instanceof Refusal ? error : damaged()
  } finally {
    zip.close()
  }
}

const heart: Readonly<Record<string, readonly string[]>> = { docx: ['[Content_Types].xml', 'word/document.xml'], xlsx: ['[Content_Types].xml', 'xl/workbook.xml'], odt: ['mimetype', 'content.xml'], ods: ['mimetype', 'content.xml'] }
const program = /(^|\/)(vbaProject\.bin|activeX\/|Basic\/|Scripts\/)|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|hta)$/i

/** Refuses a document that is not what its first bytes say, that is cut off, or that carries a program. */
export async function demandDocument(path: string, bytes: number, type: DocumentType): Promise<void> {
  const ending = documentEndings[type]
  if (ending === 'pdf') return demandPdf(path, bytes)
  const names = await partsOf(path)
  if (!heart[ending]?.every((name) => names.includes(name))) throw damaged()
  if (names.some((name) => program.test(name))) throw active()
}

/** Text as everybody can read it: UTF-8, no control characters, and neither markup nor a script for a shell. */
export async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let head: string | undefined
  const sound = (text: string) => {
    head ??= text.slice(0, 1_024)
    return !/[\0-\x08\x0e-\x1f]/.test(text)
  }
  try {
    for await (const chunk of createReadStream(path)) if (!sound(decoder.decode(chunk as Buffer, { stream: true }))) return false
    if (!sound(decoder.decode())) return false
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
  return !/^\s*(<|#!)/.test(head ?? '')
}
