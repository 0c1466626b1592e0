import type { Messages } from '@/lib/platform/i18n/messages.server'
import { requestWords } from '@/lib/platform/i18n/words.server'
import type { ReactNode } from 'react'
import { RoomWords } from './frame-words'

const written = new WeakMap<Messages, Map<string, string>>()

/** `names` are namespaces, or parts of them: `imports.upload`. */
function partOf(messages: Messages, names: readonly string[]) {
  const part: Record<string, object> = {}
  for (const name of names) {
    const [space = '', inside] = name.split('.')
    const whole = messages[space] as Record<string, unknown>
    part[space] = { ...part[space], ...(inside ? { [inside]: whole[inside] } : whole) }
  }
  return part
}

/** The namespaces as JSON, written once a language: messages do not change while the server runs. */
function wordsOf(messages: Messages, names: readonly string[]): string {
  const known = written.get(messages) ?? new Map<string, string>()
  const key = names.join()
  const words = known.get(key) ?? JSON.stringify(partOf(messages, names))
  written.set(messages, known.set(key, words))
  return words
}

/** Gives the islands below it the words of these namespaces; the frame's they have, all others stay on the server. */
export async function Words({ names, children }: { names: readonly string[]; children: ReactNode }) {
  return <RoomWords words={wordsOf((await requestWords()).messages, names)}>{children}</RoomWords>
}
