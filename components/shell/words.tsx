import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** What every island of the frame and every form may say. */
const everywhere = ['common', 'form', 'shell', 'errors'] as const

/** Gives the islands below it the words they use; `names` adds the namespaces of a room. All others stay on the server. */
export async function Words({ names = [], children }: { names?: readonly string[]; children: ReactNode }) {
  const all = await getMessages()
  const messages = Object.fromEntries([...everywhere, ...names].map((name) => [name, all[name]]))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
