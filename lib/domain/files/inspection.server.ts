import 'server-only'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { fileTypeFromFile } from 'file-type'
import { Refusal } from '@/lib/platform/errors'
import { demandDocument, isPlainText } from './document.server'
import { documentEndings, pictureEndings, textEndings, type DocumentType, type FileKind, type PictureType } from './file'
import { extensionOf, namedAs } from './file-name'
import { portraits, redrawn } from './picture.server'

/** A file that was found sound: what it is, its true name, and each part to keep of it. */
export type Sound = { type: string; name: string; bytes: number; parts: Record<string, () => Readable> }

const isPicture = (type: string): type is PictureType => Object.hasOwn(pictureEndings, type)
const isDocument = (type: string): type is DocumentType => Object.hasOwn(documentEndings, type)
const known = [...Object.values(documentEndings), ...Object.values(pictureEndings), ...textEndings, 'jpeg', 'gif']
const held = (buffer: Buffer) => () => Readable.from([buffer])

async function soundPicture(path: string, type: PictureType, kind: FileKind, name: string): Promise<Sound> {
  if (kind === 'photo') {
    const drawn = await portraits(path)
    return { type: 'image/webp', name: namedAs(name, 'webp', known), bytes: drawn[320]?.length ?? 0, parts: Object.fromEntries(Object.entries(drawn).map(([size, buffer]) => [size, held(buffer)])) }
  }
  const [picture, ending] = [await redrawn(path, type), pictureEndings[type]]
  return { type: ending === 'png' ? 'image/png' : type, name: namedAs(name, ending, known), bytes: picture.length, parts: { whole: held(picture) } }
}

/** Finds out by its bytes what a file is, whatever it is called, and refuses all that is not let in. */
export async function inspected({ path, bytes }: { path: string; bytes: number }, kind: FileKind, name: string): Promise<Sound> {
  if (bytes === 0) throw new Refusal('invalid', 'files.problems.empty')
  const parts = { whole: () => createReadStream(path) }
  const ending = textEndings.find((text) => text === extensionOf(name))
  if (kind === 'attachment' && ending && (await isPlainText(path))) return { type: 'text/plain', name: namedAs(name, ending, known), bytes, parts }

  const type = (await fileTypeFromFile(path))?.mime ?? ''
  if (isPicture(type)) return soundPicture(path, type, kind, name)
  if (/^image\/(hei[cf]|avif)/.test(type)) throw new Refusal('invalid', 'files.problems.heic')
  if (kind === 'photo') throw new Refusal('invalid', 'files.problems.noPicture')
  if (isDocument(type)) {
    await demandDocument(path, bytes, type)
    return { type, name: namedAs(name, documentEndings[type], known), bytes, parts }
  }
  throw new Refusal('invalid', ending ? 'files.problems.noText' : 'files.problems.type')
}
