import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { machineTime } from './clock.server'
import { env } from './env'

/** Where files wait until they are whole. All of them end in `.part`, which a backup leaves out. */
export const spoolFolder = () => resolve(env.DATA_DIR, 'files', 'spool')

/** Takes a stream in, wholly, and lets `run` have it as a local file, which goes afterwards unless it was moved away. */
export async function spooled<T>(content: Readable, run: (whole: { path: string; bytes: number }) => Promise<T>): Promise<T> {
  // It may break before anything reads it; the pipeline hears of that later as well.
  content.on('error', () => undefined)
  const path = join(spoolFolder(), `${crypto.randomUUID()}.part`)
  await mkdir(spoolFolder(), { recursive: true, mode: 0o700 })
  try {
    await pipeline(content, createWriteStream(path, { mode: 0o600, flush: true }))
    return await run({ path, bytes: (await stat(path)).size })
  } finally {
    await rm(path, { force: true })
  }
}

/** The same stream, with a look at each piece as it passes and at its end; a look that throws breaks it. */
export function watched(content: Readable, look: (piece: Buffer, bytes: number) => void, end: (bytes: number) => void = () => undefined): Readable {
  content.on('error', () => undefined) // it may break before the first look
  let bytes = 0
  const pieces = async function* () {
    for await (const piece of content as AsyncIterable<Buffer>) {
      bytes += piece.length
      look(piece, bytes)
      yield piece
    }
    end(bytes)
  }
  return Readable.from(pieces(), { objectMode: false })
}

const day = 86_400_000

/** Removes what a crash left half-written, and copies that nobody read for a day. */
export async function sweepSpool(): Promise<void> {
  const names = await readdir(spoolFolder()).catch(() => [])
  for (const name of names) {
    const path = join(spoolFolder(), name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < machineTime().getTime() - day) await rm(path, { force: true })
  }
}
