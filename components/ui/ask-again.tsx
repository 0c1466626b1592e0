'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const every = 1_500

/** Draws the page anew while a job is at work, and not while nobody looks. */
export function AskAgain() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, every)
    return () => clearInterval(timer)
  }, [router])
  return null
}
