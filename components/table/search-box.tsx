'use client'

import { useEffect, useRef, useState } from 'react'
import { Input } from '@/components/ui/input'
import { listHref, type ListView } from '@/lib/platform/list-view'
import type { Go } from './use-go'

const isField = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

type SearchBoxProps = { label: string; view: ListView; go: Go }

/** Searches while one types; `/` leads here from anywhere on the page. */
export function SearchBox({ label, view, go }: SearchBoxProps) {
  const [text, setText] = useState(view.search)
  const [sent, setSent] = useState(view.search)
  const box = useRef<HTMLInputElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address changed otherwise, by Back or by cleared filters: the box says so. What is being typed is left alone.
  if (view.search !== sent) {
    const isOurs = view.search === text.trim()
    setSent(view.search)
    if (!isOurs) setText(view.search)
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isField(event.target)) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(typing.current)
      document.removeEventListener('keydown', onKey)
    }
  }, [])

  const type = (value: string) => {
    setText(value)
    clearTimeout(typing.current)
    typing.current = setTimeout(() => {
      setSent(value.trim())
      go(listHref(view, { search: value.trim() }), 'replace')
    }, 250)
  }

  return (
    <Input ref={box} type="search" name="q" aria-label={label} placeholder={label} aria-keyshortcuts="/" value={text} onChange={({ target }) => type(target.value)} autoComplete="off" className="list-search max-md:basis-full md:max-w-64" />
  )
}
