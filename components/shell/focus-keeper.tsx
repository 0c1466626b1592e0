'use client'

import { useEffect } from 'react'

const control = 'a[href], button:not(:disabled), summary, [role=button]'

/**
 * When what has the focus goes with the deed it did, a dialog's button or a row, the focus passes to what is nearest and
 * stays, and not to the top of the page. A page that gives way to another is not held.
 */
export function FocusKeeper() {
  useEffect(() => {
    const main = document.getElementById('main')
    if (!main) return
    let around: HTMLElement[] = []
    let path = ''
    let frame = 0
    const remember = ({ target }: FocusEvent) => {
      around = []
      path = location.pathname
      for (let at = target instanceof HTMLElement ? target : null; at && at !== main.parentElement; at = at.parentElement) around.push(at)
    }
    const pass = () => {
      const [held] = around
      if (!held || held.isConnected || (document.activeElement && document.activeElement !== document.body)) return
      const stays = path === location.pathname ? around.find((one) => one.isConnected) : undefined
      around = []
      const near = stays?.querySelector<HTMLElement>(control) ?? stays?.closest<HTMLElement>('#main')
      near?.focus({ preventScroll: true })
    }
    const watch = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(pass)
    })
    main.addEventListener('focusin', remember)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
      main.removeEventListener('focusin', remember)
    }
  }, [])
  return null
}
