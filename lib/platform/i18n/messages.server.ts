import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env'
import type { Locale } from './locales'

export type Messages = Record<string, unknown>
const loaded = new Map<Locale, Messages>()

/** All of `messages/<locale>/*.json`; a file's name is its namespace. */
export async function messagesOf(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale)
  if (known) return known
  const folder = join(process.cwd(), 'messages', locale)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const messages = Object.fromEntries(files.map((file, i) => [file.slice(0, -5), JSON.parse(texts[i] ?? '{}')]))
  if (env.NODE_ENV !== 'development') loaded.set(locale, messages)
  return messages
}
