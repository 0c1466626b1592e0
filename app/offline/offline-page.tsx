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
/**
 * What is on this device only: marks of registers, as `attendance/draft.ts` keeps them, and classroom visits, as
 * `walkthroughs/kept-visit.ts` does. A link opens its register or goes on with its visit as soon as we are reached.
 */
const script = `
addEventListener('online', () => location.reload())
for (const section of document.querySelectorAll('section')) for (const key of Object.keys(localStorage).filter((one) => one.startsWith(section.dataset.kept)).sort()) {
  try {
    const { title, name, href, pending } = JSON.parse(localStorage.getItem(key))
    if (!href.startsWith(section.dataset.path)) continue
    const [item, link] = [document.createElement('li'), document.createElement('a')]
    link.href = href
    link.textContent = title ?? section.dataset.visit.replace('{name}', name)
    item.append(link, ' ', pending ? section.dataset.waiting : section.dataset.draft)
    section.querySelector('ul').append(item)
    section.hidden = false
  } catch {}
}`
const hash = createHash('sha256').update(script).digest('base64')

/** The page is kept on its own: it loads nothing, and runs its own script only. */
export const offlinePolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

type Kept = { /** How the names of what is kept begin. */ prefix: string; path: string; title: string; text: string; waiting: string; draft: string; visit?: string }
type OfflineWords = { locale: Locale; title: string; text: string; deed: string; kept: readonly Kept[] }

/** A whole page without anything around it: it must stand when nothing can be fetched. Its link leads to the address that was asked for. */
export async function offlineHtml({ locale, title, text, deed, kept }: OfflineWords): Promise<string> {
  // Next lets pages import no renderer; a route handler asks for it when it needs it.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const [name, body] = [renderToStaticMarkup(<title>{title}</title>), renderToStaticMarkup(<main><h1>{title}</h1><p>{text}</p><a href="">{deed}</a>{kept.map(({ prefix, path, waiting, draft, visit, ...words }) => <section key={prefix} hidden data-kept={prefix} data-path={path} data-waiting={waiting} data-draft={draft} data-visit={visit}><h2>{words.title}</h2><p>{words.text}</p><ul /></section>)}</main>)]
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${name}<style>${look}</style></head><body>${body}<script>${script}</script></body></html>`
}
