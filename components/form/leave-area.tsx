'use client'

import { createContext, useCallback, useContext, useRef, type MouseEvent, type ReactNode } from 'react'

type Ask = (href: string) => void
const LeaveContext = createContext<(ask: Ask | null) => void>(() => undefined)

/** The form with unsaved changes, if there is one, asks here to be told of links that lead away. */
export const useLeaveArea = () => useContext(LeaveContext)

/** All links inside lead away only after the form on the page, if one has unsaved changes, was asked. */
export function LeaveArea({ children }: { children: ReactNode }) {
  const asked = useRef<Ask | null>(null)
  const setAsked = useCallback((ask: Ask | null) => void (asked.current = ask), [])
  const onClickCapture = (event: MouseEvent<HTMLElement>) => {
    const link = asked.current && event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const staysHere = !link || link.target || link.download || link.origin !== window.location.origin || link.getAttribute('href')?.startsWith('#')
    if (staysHere || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    asked.current?.(link.pathname + link.search)
  }
  return (
    <LeaveContext value={setAsked}>
      <div className="contents" onClickCapture={onClickCapture}>{children}</div>
    </LeaveContext>
  )
}
