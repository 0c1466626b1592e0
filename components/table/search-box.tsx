'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useShortcuts } from '@/components/shell/shortcut'
import { useSingleKeys } from '@/components/shell/single-keys'
import { Input } from '@/components/ui/input'
import type { ListView } from '@/lib/platform/list-view'
import type { Go } from './use-go'

type SearchBoxProps = { label: string; view: ListView; go: Go }

/** Searches while one types; `/` leads here from anywhere on the page. */
export function SearchBox({ label, view, go }: SearchBoxProps) {
  const t = useTranslations('table')
  const hasKey = useSingleKeys()
  const [text, setText] = useState(view.search)
  const [sent, setSent] = useState(view.search)
  const box = useRef<HTMLInputElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What is typed is sent later: by then the list may be another one.
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  }, [go])

  // The address changed otherwise, by Back or by cleared filters: the box says so. What is being typed is left alone.
  if (view.search !== sent) {
    const isOurs = view.search === text.trim()
    setSent(view.search)
    if (!isOurs) setText(view.search)
  }

  useEffect(() => () => clearTimeout(typing.current), [])
  useShortcuts(useMemo(() => ({ title: t('keys.list'), shortcuts: [{ key: '/', label, run: () => box.current?.focus() }] }), [t, label]))

  const type = (value: string) => {
    setText(value)
    clearTimeout(typing.current)
    typing.current = setTimeout(() => {
      setSent(value.trim())
      latest.current({ search: value.trim() }, 'replace')
    }, 250)
  }

  return (
    <Input ref={box} type="search" name="q" aria-label={label} placeholder={label} aria-keyshortcuts={hasKey ? '/' : undefined} value={text} onChange={({ target }) => type(target.value)} autoComplete="off" className="list-search max-md:basis-full md:max-w-64" />
  )
}
