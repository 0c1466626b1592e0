'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useEffect, useMemo, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { runShortcut, useModKey, useShortcuts } from './shortcut'

const Palette = dynamic(() => import('./palette'), { ssr: false })
const Shortcuts = dynamic(() => import('./shortcuts'), { ssr: false })

export type Room = { href: string; label: string }

/** Search over pages and people, by button or Cmd/Ctrl-K. What it opens comes after the page, before it is wanted. */
export function SearchButton({ rooms }: { rooms: readonly Room[] }) {
  const t = useTranslations('shell')
  const [open, setOpen] = useState<'search' | 'shortcuts' | null>(null)
  const mod = useModKey()

  useEffect(() => {
    document.addEventListener('keydown', runShortcut)
    const later = setTimeout(() => void import('./palette'), 1_500)
    return () => {
      clearTimeout(later)
      document.removeEventListener('keydown', runShortcut)
    }
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
      <button type="button" aria-keyshortcuts="Meta+K Control+K" className="search-button" onClick={() => setOpen('search')} onPointerEnter={() => void import('./palette')}>
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
