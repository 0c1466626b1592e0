import 'server-only'
import sharp from 'sharp'
import { Refusal } from '@/lib/platform/errors'
import { photoSizes, pictureEndings, type PictureType } from './file'

// A telephone's largest picture has 48 million. What says it has more would fill the memory first.
const mostPixels = 50_000_000
const longestSide = 4_096

// Of the readers that libvips brings, those of the types that are let in; the others are never asked.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'] })

const opened = (path: string) => sharp(path, { limitInputPixels: mostPixels, failOn: 'error', animated: false }).timeout({ seconds: 30 }).autoOrient()

/** Its size is read before its pixels are. */
async function demandSize(path: string) {
  const { width, height } = await sharp(path, { limitInputPixels: false, failOn: 'none' }).metadata()
  if (width * height > mostPixels) throw new Refusal('invalid', 'files.problems.tooManyPixels', { params: { megapixels: mostPixels / 1_000_000 } })
}

async function made<T>(path: string, make: () => Promise<T>): Promise<T> {
  try {
    await demandSize(path)
    return await make()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', 'files.problems.damagedPicture')
  }
}

/** A picture written anew: its pixels, upright, and nothing that hid beside them (place, camera, scripts). */
export const redrawn = (path: string, type: PictureType): Promise<Buffer> =>
  made(path, () => {
    const picture = opened(path).resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    const ending = pictureEndings[type]
    if (ending === 'jpg') return picture.jpeg({ quality: 88 }).toBuffer()
    return ending === 'webp' ? picture.webp({ quality: 88 }).toBuffer() : picture.png().toBuffer()
  })

/** A face in the sizes in which it is shown. */
export const portraits = (path: string): Promise<Record<string, Buffer>> =>
  made(path, async () => {
    const drawn = photoSizes.map(async (side) => [side, await opened(path).resize({ width: side, height: side, fit: 'cover' }).webp({ quality: 82 }).toBuffer()] as const)
    return Object.fromEntries(await Promise.all(drawn))
  })
