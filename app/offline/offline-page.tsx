import { createHash } from 'node:crypto'
import { plainMarkup } from '@/components/ui/plain-markup'
import type { Locale } from '@/lib/platform/i18n/locales'

const look = `
:root { color-scheme: light dark }
body { display: grid; min-height: 100dvh; margin: 0; padding: 24px; box-sizing: border-box; place-content: center; color: light-dark(#17191d, #eeeff1); background: light-dark(#f9fafb, #111318); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 28rem }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25 }
p { margin: 0 0 16px }
a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 16px; border: 1px solid; border-radius: 6px; color: inherit; font-weight: 500; text-decoration: none }
`
const comeBack = `addEventListener('online', () => location.reload())`
const hash = createHash('sha256').update(comeBack).digest('base64')

/** The page is kept on its own: it loads nothing, and runs its one line of script only. */
export const offlinePolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

type OfflineWords = { locale: Locale; title: string; text: string; deed: string }

/** A whole page without anything around it. Its link leads to the address that was asked for. */
export function offlineHtml({ locale, title, text, deed }: OfflineWords): string {
  const [name, body] = [plainMarkup(<title>{title}</title>), plainMarkup(<main><h1>{title}</h1><p>{text}</p><a href="">{deed}</a></main>)]
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${name}<style>${look}</style></head><body>${body}<script>${comeBack}</script></body></html>`
}
