import { z } from 'zod'
import { cleanName } from './file-name'

export const fileKinds = ['photo', 'attachment'] as const
export type FileKind = (typeof fileKinds)[number]

const megabyte = 1024 * 1024
/** How large a file may come, in bytes. */
export const fileLimits: Readonly<Record<FileKind, number>> = { photo: 10 * megabyte, attachment: 25 * megabyte }

/** The sides of a photo, in pixels: on rows and tiles, and on the record. */
export const photoSizes = [96, 320] as const
export type PhotoSize = (typeof photoSizes)[number]

/** How long a removed file can be restored, in days; then its content goes. */
export const fileKeptFor = 30

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Documents that are kept as they came, and the ending that each goes out with. */
export const documentEndings = { 'application/pdf': 'pdf', [word]: 'docx', [sheet]: 'xlsx', 'application/vnd.oasis.opendocument.text': 'odt', 'application/vnd.oasis.opendocument.spreadsheet': 'ods' } as const
export type DocumentType = keyof typeof documentEndings
/** Pictures that are read and written anew; an animation keeps its first picture, as PNG. */
export const pictureEndings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'png' } as const
export type PictureType = keyof typeof pictureEndings
export const textEndings = ['csv', 'txt'] as const

/** What the browser's own file dialog offers. */
export const acceptedFiles: Readonly<Record<FileKind, string>> = {
  photo: Object.keys(pictureEndings).join(','),
  attachment: [...Object.keys(pictureEndings), ...Object.values(documentEndings).map((ending) => `.${ending}`), ...textEndings.map((ending) => `.${ending}`)].join(','),
}

export const attachInput = z.object({
  entity: z.string().max(50),
  id: z.uuid(),
  kind: z.enum(fileKinds),
  name: z.string().max(2_000).transform((name) => cleanName(name) ?? 'file'),
  /** The same for every try to send this file: it is kept once. */
  uploadKey: z.uuid(),
})
export type AttachInput = z.output<typeof attachInput>

export const photoSizeInput = z.coerce.number().pipe(z.literal(photoSizes)).catch(320)

/** Where a file is fetched; a photo in one of its sizes. */
export const fileUrl = (id: string) => `/api/files/${id}`
export const photoUrl = (id: string, size: PhotoSize) => `${fileUrl(id)}?size=${size}`
