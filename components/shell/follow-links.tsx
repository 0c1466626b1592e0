'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/**
 * Makes every plain link and every form that only asks move without a reload: pages are written as plain HTML, and an island a
 * link would cost each request and each tablet more than all of the text around it. Whoever handles a click
 * on a link himself prevents its default.
 */
export function FollowLinks() {
  const router = useRouter()
  const [isTravelling, startTransition] = useTransition()

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return
      if (link.pathname.startsWith('/api/') || link.getAttribute('href')?.startsWith('#')) return
      event.preventDefault()
      startTransition(() => router.push(link.pathname + link.search + link.hash))
    }
    const ask = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement
      const url = new URL(form.action)
      if (event.defaultPrevented || form.method !== 'get' || url.origin !== window.location.origin) return
      event.preventDefault()
      const asked = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : []))
      startTransition(() => router.push(`${url.pathname}?${new URLSearchParams(asked).toString()}`))
    }
    document.addEventListener('click', follow)
    document.addEventListener('submit', ask)
    return () => {
      document.removeEventListener('click', follow)
      document.removeEventListener('submit', ask)
    }
  }, [router])

  useEffect(() => {
    document.documentElement.toggleAttribute('data-travelling', isTravelling)
  }, [isTravelling])

  return null
}
