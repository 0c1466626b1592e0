import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RoomWords } from './frame-words'

type Messages = Awaited<ReturnType<typeof getMessages>>
const written = new WeakMap<Messages, Map<string, string>>()

/** The namespaces as JSON, written once a language: messages do not change while the server runs. */
function wordsOf(messages: Messages, names: readonly string[]): string {
  const known = written.get(messages) ?? new Map<string, string>()
  const key = names.join()
  const words = known.get(key) ?? JSON.stringify(Object.fromEntries(names.map((name) => [name, messages[name]])))
  written.set(messages, known.set(key, words))
  return words
}

/** Gives the islands below it the words of these namespaces; the frame's they have, all others stay on the server. */
export async function Words({ names, children }: { names: readonly string[]; children: ReactNode }) {
  return <RoomWords words={wordsOf(await getMessages(), names)}>{children}</RoomWords>
}
