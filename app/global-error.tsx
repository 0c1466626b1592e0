'use client'

import './globals.css'
import type { ErrorPageProps } from '@/components/shell/error-page'
import { FrameWords } from '@/components/shell/frame-words'
import RootError from './error'

const localeOf = (language: string) => (language.startsWith('es') ? 'es' : 'en')

/** The root layout itself failed, so nothing of it can be used: not its words, not its theme. */
export default function GlobalError(props: ErrorPageProps) {
  const locale = typeof navigator === 'undefined' ? 'en' : localeOf(navigator.language)
  return (
    <html lang={locale}>
      <body>
        <FrameWords locale={locale} timeZone="UTC">
          <title>Homeroom</title>
          <RootError {...props} />
        </FrameWords>
      </body>
    </html>
  )
}
