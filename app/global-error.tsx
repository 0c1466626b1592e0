'use client'

import './globals.css'
import { NextIntlClientProvider } from 'next-intl'
import type { ErrorPageProps } from '@/components/shell/error-page'
import en from '@/messages/en/errors.json'
import es from '@/messages/es/errors.json'
import RootError from './error'

const words = { en, es }
const localeOf = (language: string) => (language.startsWith('es') ? 'es' : 'en')

/** The root layout itself failed, so nothing of it can be used: not its words, not its theme. */
export default function GlobalError(props: ErrorPageProps) {
  const locale = typeof navigator === 'undefined' ? 'en' : localeOf(navigator.language)
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider locale={locale} messages={{ errors: words[locale] }}>
          <title>Homeroom</title>
          <RootError {...props} />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
