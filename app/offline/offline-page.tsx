import { createHash } from 'node:crypto'
import type { Locale } from '@/lib/platform/i18n/locales'

const look = `
:root { color-scheme: light dark }
body { display: grid; min-height: 100dvh; margin: 0; padding: 24px; box-sizing: border-box; place-content: center; color: light-dark(#17191d, #eeeff1); background: light-dark(#f9fafb, #111318); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 28rem }
h2 { margin: 24px 0 4px; font-size: 18px }
ul { margin: 0; padding: 0; list-style: none }
li { padding: 8px 0; border-block-start: 1px solid light-dark(#d5d8de, #363b45) }
li a { padding: 0 8px 0 0; border: 0; text-decoration: underline }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25 }
p { margin: 0 0 16px }
a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 16px; border: 1px solid; border-radius: 6px; color: inherit; font-weight: 500; text-decoration: none }
`
/** Registers whose marks are on this device only, as `attendance/draft.ts` keeps them; a link opens its register as soon as we are reached. */
const script = `
addEventListener('online', () => location.reload())
const section = document.querySelector('section')
for (const name of Object.keys(localStorage).filter((key) => key.startsWith('register:')).sort()) {
  try {
    const { title, href, pending } = JSON.parse(localStorage.getItem(name))
    if (!href.startsWith('/attendance/')) continue
    const [item, link] = [document.createElement('li'), document.createElement('a')]
    link.href = href
    link.textContent = title
    item.append(link, ' ', pending ? section.dataset.waiting : section.dataset.draft)
    section.querySelector('ul').append(item)
    section.hidden = false
  } catch {}
}`
const hash = createHash('sha256').update(script).digest('base64')

/** The page is kept on its own: it loads nothing, and runs its own script only. */
export const offlinePolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

type OfflineWords = { locale: Locale; title: string; text: string; deed: string; kept: string; keptText: string; waiting: string; draft: string }

/** A whole page without anything around it: it must stand when nothing can be fetched. Its link leads to the address that was asked for. */
export async function offlineHtml({ locale, title, text, deed, kept, keptText, waiting, draft }: OfflineWords): Promise<string> {
  // Next lets pages import no renderer; a route handler asks for it when it needs it.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const [name, body] = [renderToStaticMarkup(<title>{title}</title>), renderToStaticMarkup(<main><h1>{title}</h1><p>{text}</p><a href="">{deed}</a><section hidden data-waiting={waiting} data-draft={draft}><h2>{kept}</h2><p>{keptText}</p><ul /></section></main>)]
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${name}<style>${look}</style></head><body>${body}<script>${script}</script></body></html>`
}
