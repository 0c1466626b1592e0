'use client'

import { useEffect } from 'react'

const control = 'a[href], button:not(:disabled), summary, [role=button]'

/**
 * When what has the focus goes with the deed it did, a dialog's button or a row, the focus passes to what is nearest and
 * stays, and not to the top of the page. Where the page itself gave way to another, keys go on from the new page's content:
 * what that page focuses of its own is left alone.
 */
export function FocusKeeper() {
  useEffect(() => {
    const main = document.getElementById('main')
    if (!main) return
    let around: HTMLElement[] = []
    let last: EventTarget | null = null
    let path = ''
    let frame = 0
    const remember = ({ target }: FocusEvent) => {
      last = target
      path = location.pathname
      // A dialog stands beside the page: what it was opened from is what its end is near to.
      if (!(target instanceof HTMLElement) || !main.contains(target)) return
      around = []
      for (let at: HTMLElement | null = target; at && at !== main.parentElement; at = at.parentElement) around.push(at)
    }
    const pass = () => {
      if (document.activeElement && document.activeElement !== document.body) return
      const hasMoved = path !== location.pathname
      const [held] = around
      const lost = hasMoved ? last instanceof Node && !last.isConnected : held && !held.isConnected
      if (!lost) return
      const stays = hasMoved ? main : around.find((one) => one.isConnected)
      around = []
      last = null
      const near = (hasMoved ? undefined : stays?.querySelector<HTMLElement>(control)) ?? stays?.closest<HTMLElement>('#main')
      near?.focus({ preventScroll: true })
    }
    const watch = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(pass)
    })
    document.addEventListener('focusin', remember)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
  return null
}
