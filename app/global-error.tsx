'use client'

import './globals.css'
import type { ErrorPageProps } from '@/components/shell/error-page'
import { NextIntlClientProvider } from 'next-intl'
import en from '@/messages/en/errors.json'
import es from '@/messages/es/errors.json'
import RootError from './error'

const localeOf = (language: string) => (language.startsWith('es') ? 'es' : 'en')

/** The root layout itself failed, so nothing of it can be used: not its words, not its theme. */
export default function GlobalError(props: ErrorPageProps) {
  const locale = typeof navigator === 'undefined' ? 'en' : localeOf(navigator.language)
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{ errors: locale === 'es' ? es : en }}>
          <title>Homeroom</title>
          <RootError {...props} />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
