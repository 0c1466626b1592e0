import '@fontsource-variable/inter/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import { everywhere, pickWords } from '@/lib/platform/i18n/browser-messages'

export const metadata: Metadata = {
  title: { default: 'Homeroom', template: '%s · Homeroom' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9fafb' },
    { media: '(prefers-color-scheme: dark)', color: '#111318' },
  ],
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()])
  const theme = (await cookies()).get('theme')?.value
  return (
    <html lang={locale} dir={rightToLeft.has(locale) ? 'rtl' : undefined} data-theme={theme === 'dark' || theme === 'light' ? theme : undefined}>
      <body>
        <NextIntlClientProvider messages={pickWords(messages, everywhere)}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
