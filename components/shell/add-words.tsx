'use client'

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

/** A provider of next-intl replaces the words of the one above it; this one keeps them. */
export function AddWords({ messages, children }: { messages: AbstractIntlMessages; children: ReactNode }) {
  const above = useMessages()
  const both = useMemo(() => ({ ...above, ...messages }), [above, messages])
  return <NextIntlClientProvider locale={useLocale()} messages={both}>{children}</NextIntlClientProvider>
}
