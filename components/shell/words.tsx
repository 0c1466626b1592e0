import type { ReactNode } from 'react'
import { getMessages } from 'next-intl/server'
import { pickWords } from '@/lib/platform/i18n/browser-messages'
import { AddWords } from './add-words'

/**
 * The words that the client components of a room say, beside those that the browser knows everywhere. A room's layout
 * gives them once; `messages/browser.test.ts` follows the imports and names what is missing.
 */
export async function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return <AddWords messages={pickWords(await getMessages(), of)}>{children}</AddWords>
}
