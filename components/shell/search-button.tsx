'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'

const Palette = dynamic(() => import('./palette'), { ssr: false })
const Shortcuts = dynamic(() => import('./shortcuts'), { ssr: false })

export type Room = { href: string; label: string }
const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Search over pages and people, by button or Cmd/Ctrl-K. What it opens is loaded when it is first wanted. */
export function SearchButton({ rooms }: { rooms: readonly Room[] }) {
  const t = useTranslations('shell')
  const [open, setOpen] = useState<'search' | 'shortcuts' | null>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault()
        setOpen((now) => (now === 'search' ? null : 'search'))
      } else if (event.key === '?' && !isTyping(event.target)) setOpen('shortcuts')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <button type="button" aria-keyshortcuts="Meta+K Control+K" className="search-button" onClick={() => setOpen('search')} onPointerEnter={() => void import('./palette')}>
        <Search className="size-4 shrink-0" />
        <span className="max-md:sr-only">{t('search')}</span>
        <span aria-hidden="true" className="ms-auto hidden md:pointer-fine:inline">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      {open === 'search' && <Palette rooms={rooms} onClose={() => setOpen(null)} />}
      {open === 'shortcuts' && <Shortcuts onClose={() => setOpen(null)} />}
    </>
  )
}
