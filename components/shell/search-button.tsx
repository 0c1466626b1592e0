'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useEffect, useMemo, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { runShortcut, useModKey, useShortcuts } from './shortcut'

const load = () => import('./palette')
const Palette = dynamic(load, { ssr: false })
const Shortcuts = dynamic(() => import('./shortcuts'), { ssr: false })

export type Room = { href: string; label: string }

/** Search over pages and people, by button or Cmd/Ctrl-K. What it opens comes when somebody is there, before it is wanted: with the page it would weigh a seventh of it. */
export function SearchButton({ rooms }: { rooms: readonly Room[] }) {
  const t = useTranslations('shell')
  const [open, setOpen] = useState<'search' | 'shortcuts' | null>(null)
  const mod = useModKey()

  useEffect(() => {
    const heard = new AbortController()
    const { signal } = heard
    document.addEventListener('keydown', runShortcut, { signal })
    document.addEventListener('keydown', ({ key }) => void ((key === 'Control' || key === 'Meta') && load()), { signal })
    for (const sign of ['pointermove', 'pointerdown'] as const) document.addEventListener(sign, () => void load(), { signal, once: true })
    return () => heard.abort()
  }, [])
  useShortcuts(
    useMemo(
      () => ({
        title: t('everywhere'),
        shortcuts: [
          { key: 'K', mod: true, label: t('search'), run: () => setOpen((now) => (now === 'search' ? null : 'search')) },
          { key: 'F6', label: t('toNotifications') },
          { key: '?', label: t('thisSheet'), run: () => setOpen('shortcuts') },
        ],
      }),
      [t],
    ),
  )

  return (
    <>
      <button type="button" aria-keyshortcuts="Meta+K Control+K" className="search-button" onClick={() => setOpen('search')} onPointerEnter={() => void load()}>
        <Search className="size-4 shrink-0" />
        <span className="max-md:sr-only">{t('search')}</span>
        <span aria-hidden="true" className="ms-auto hidden gap-1 md:pointer-fine:flex">
          <Kbd>{mod}</Kbd>
          <Kbd>{'K'}</Kbd>
        </span>
      </button>
      {open === 'search' && <Palette rooms={rooms} onClose={() => setOpen(null)} />}
      {open === 'shortcuts' && <Shortcuts onClose={() => setOpen(null)} />}
    </>
  )
}
