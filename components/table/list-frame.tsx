'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition, type FormEvent, type MouseEvent, type ReactNode } from 'react'

/** What the form says, without what is usual anyway: short addresses are shared more gladly. */
function hrefOf(form: HTMLFormElement) {
  const url = new URLSearchParams()
  const usual = [...form.querySelectorAll<HTMLInputElement>('[name=cols]')].map((box) => box.checked === (box.dataset.usual === 'true'))
  for (const [name, value] of new FormData(form)) {
    const control = form.elements.namedItem(name)
    const isUsual = name === 'cols' ? usual.every(Boolean) : control instanceof HTMLSelectElement && control.dataset.usual === value
    if (value !== '' && !isUsual) url.append(name, String(value))
  }
  return `?${url.toString()}`
}

/** After Back or a cleared filter the controls show what the address says; the one in use is left alone. */
function syncControls(frame: HTMLElement) {
  for (const control of frame.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-value]')) {
    if (control !== document.activeElement || control instanceof HTMLSelectElement) control.value = control.dataset.value ?? ''
  }
}

/** Makes a list drawn on the server feel at hand: its plain form and links move without reloading the page. */
export function ListFrame({ url, children }: { url: string; children: ReactNode }) {
  const router = useRouter()
  const pathname = usePathname()
  const frame = useRef<HTMLDivElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isPending, startTransition] = useTransition()

  useEffect(() => {
    if (frame.current) syncControls(frame.current)
  }, [url])

  useEffect(() => {
    const closeView = (event: Event) => {
      const view = frame.current?.querySelector('details[open]')
      const isOutside = event instanceof KeyboardEvent ? event.key === 'Escape' : !view?.contains(event.target as Node)
      if (view && isOutside) view.removeAttribute('open')
    }
    document.addEventListener('pointerdown', closeView)
    document.addEventListener('keydown', closeView)
    return () => {
      clearTimeout(typing.current)
      document.removeEventListener('pointerdown', closeView)
      document.removeEventListener('keydown', closeView)
    }
  }, [])

  const go = (href: string, how: 'push' | 'replace') => startTransition(() => router[how](href, { scroll: false }))
  const apply = (form: HTMLFormElement, how: 'push' | 'replace') => {
    clearTimeout(typing.current)
    go(pathname + hrefOf(form), how)
  }

  const onSubmit = (event: FormEvent<HTMLDivElement>) => {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) apply(event.target, 'push')
  }

  const onInput = ({ target }: FormEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.form) return
    const { form } = target
    if (target.type !== 'search') return apply(form, 'push')
    clearTimeout(typing.current)
    typing.current = setTimeout(() => apply(form, 'replace'), 250)
  }

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const target = event.target as Element
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const isOwnControl = target.closest('button, input, select, label, summary, [role=menuitem]')
    const isSelecting = Boolean(window.getSelection()?.toString())
    const rowLink = isOwnControl || isSelecting ? null : target.closest('tbody tr')?.querySelector<HTMLAnchorElement>('th a[href]')
    const link = target.closest<HTMLAnchorElement>('a[href]') ?? rowLink
    if (!link || link.origin !== window.location.origin || link.target) return
    event.preventDefault()
    if (link.pathname === pathname) go(link.href, 'push')
    else router.push(link.href)
  }

  return (
    <div ref={frame} className="list" aria-busy={isPending} onSubmit={onSubmit} onInput={onInput} onClick={onClick}>
      {children}
    </div>
  )
}
