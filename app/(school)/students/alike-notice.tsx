'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useDay } from '@/components/ui/day'
import { Notice } from '@/components/ui/notice'
import type { Alike } from '@/lib/domain/people/student-alike.server'

const asked = (first: unknown, last: unknown, born: unknown) => new URLSearchParams({ first: String(first ?? ''), last: String(last ?? ''), born: String(born ?? '') }).toString()

/** Asks, once the typing rests, whether this student is here already, and says so before a second record is made. */
export function AlikeNotice() {
  const t = useTranslations('students.alike')
  const day = useDay()
  const [first, last, born] = useWatch({ name: ['firstName', 'lastName', 'dateOfBirth'] }) as unknown[]
  const query = asked(first, last, born)
  const [found, setFound] = useState<{ of: string; rows: Alike[] }>({ of: '', rows: [] })
  useEffect(() => {
    const stale = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/students/alike?${query}`, { signal: stale.signal }).then((response) => response.json() as Promise<{ ok: boolean; data: Alike[] }>).catch(() => null)
      if (answer?.ok) setFound({ of: query, rows: answer.data })
    }, 250)
    return () => {
      clearTimeout(timer)
      stale.abort()
    }
  }, [query])
  const rows = found.of === query ? found.rows : []
  return (
    <div role="status" className="empty:hidden">
      {rows.length > 0 && (
        <Notice tone="warn" title={t(rows.some(({ isSure }) => isSure) ? 'sure' : 'maybe')}>
          <ul className="flex flex-col gap-1">
            {rows.map(({ id, name, number, campusName, born: date }) => (
              <li key={id}><Link href={`/students/${id}`} target="_blank" className="font-medium underline underline-offset-2">{name}</Link>{` ${[number, date && day(date), campusName].filter(Boolean).join(' · ')}`}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
