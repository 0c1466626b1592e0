'use client'

import { NextIntlClientProvider, useLocale, useMessages, useTimeZone } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import type { Locale } from '@/lib/platform/i18n/locales'
import { frameWords } from '@/messages/frame'

type FrameWordsProps = { locale: Locale; timeZone: string; children: ReactNode }

/** Gives every island the words of the frame and of forms. */
export const FrameWords = ({ locale, timeZone, children }: FrameWordsProps) => (
  <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={frameWords[locale]}>
    {children}
  </NextIntlClientProvider>
)

/** Adds the words of a room to them; `words` is JSON, because one string travels lighter than a hundred. */
export function RoomWords({ words, children }: { words: string; children: ReactNode }) {
  const known = useMessages()
  const messages = useMemo(() => ({ ...known, ...(JSON.parse(words) as object) }), [known, words])
  return (
    <NextIntlClientProvider locale={useLocale()} timeZone={useTimeZone()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
