import 'server-only'
import { createElement as h, type CSSProperties, type ReactNode } from 'react'
import { campusTheme } from '@/lib/platform/theme'
import type { MailWords } from './mail-words.server'

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const quiet: CSSProperties = { color: '#5b6270', fontSize: 13, lineHeight: '20px', margin: '0 0 8px' }
const plain: CSSProperties = { fontSize: 16, lineHeight: '24px', margin: '0 0 16px' }

/** A cell in a table: mail programs know no other way to lay out a page. */
const row = (style: CSSProperties, ...children: ReactNode[]) => h('tr', null, h('td', { style }, ...children))
const table = (style: CSSProperties, ...rows: ReactNode[]) => h('table', { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, border: 0, style }, h('tbody', null, ...rows))

/** Darkness is asked for by mail programs that have it; the others show the light page. */
const darkness = '@media (prefers-color-scheme: dark) { .page { background: #14161b !important } .sheet { background: #1d2026 !important; border-color: #343944 !important } .ink { color: #eceef2 !important } .quiet { color: #a5adba !important } }'

/** A mail as a page: the organization's name in the colours of its campus, a heading, what it says, and one thing to do. */
export function MailPage({ words, color }: { words: MailWords; color: string | null }) {
  const theme = campusTheme({ color })
  const fill = theme[''].light
  const { heading, lines, button, foot, from, subject, locale } = words
  const band: CSSProperties = { background: theme.from.light, color: theme['banner-on'].light, fontWeight: 600, fontSize: 15, padding: '16px 28px' }
  const link = button && [
    h('a', { key: 'button', href: button.href, style: { background: fill, color: theme.on.light, borderRadius: 6, display: 'inline-block', fontSize: 16, fontWeight: 600, padding: '12px 20px', textDecoration: 'none', margin: '4px 0 16px' } }, button.label),
    h('p', { key: 'address', className: 'quiet', style: { ...quiet, wordBreak: 'break-all' } }, button.href),
  ]
  return h('html', { lang: locale },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('meta', { name: 'viewport', content: 'width=device-width' }), h('meta', { name: 'color-scheme', content: 'light dark' }), h('title', null, subject), h('style', null, darkness)),
    h('body', { className: 'page', style: { margin: 0, padding: 0, background: '#f3f4f6', fontFamily: font } },
      table({ padding: '24px 12px' }, row({},
        table({ maxWidth: 560, margin: '0 auto' }, row({ padding: 0 },
          h('div', { className: 'sheet', style: { background: '#ffffff', border: '1px solid #e1e4e9', borderRadius: 10, overflow: 'hidden' } },
            table({}, row(band, from), row({ padding: '28px 28px 12px' },
              h('h1', { className: 'ink', style: { color: '#14171c', fontSize: 22, lineHeight: '30px', margin: '0 0 16px' } }, heading),
              ...lines.map((line, i) => h('p', { key: i, className: 'ink', style: { ...plain, color: '#14171c' } }, line)),
              ...(link ?? [])))),
          h('p', { className: 'quiet', style: { ...quiet, padding: '16px 28px 0' } }, foot))))),
    ))
}
