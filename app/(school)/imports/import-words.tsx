import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

type Part = 'upload' | 'progress' | 'apply' | 'undo' | 'entities'

/** Gives an island only its part of the room's words: the sentences of all remarks stay on the server. */
export async function ImportWords({ parts, children }: { parts: readonly Part[]; children: ReactNode }) {
  const { imports, form } = await getMessages()
  const own = Object.fromEntries(parts.map((part) => [part, (imports as Record<string, unknown>)[part]]))
  return <NextIntlClientProvider messages={{ imports: own, form }}>{children}</NextIntlClientProvider>
}
