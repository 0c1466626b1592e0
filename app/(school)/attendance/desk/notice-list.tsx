'use client'

import { useRouter } from 'next/navigation'
import Link from 'next/link'
import { Undo2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useUnsent } from '@/components/form/use-unsent'
import { Card } from '@/components/ui/card'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'
import type { NoticeRow } from '@/lib/domain/attendance/notice.server'
import { toDate, type PlainDate } from '@/lib/platform/plain-date'
import { noticeFacts } from '../notice-text'
import { withdrawNoticeAction } from './actions'

/** What the office knows; each line can be taken back. */
export function NoticeList({ title, empty, rows, today }: { title: string; empty: string; rows: readonly NoticeRow[]; today: PlainDate }) {
  const t = useTranslations('attendance')
  const format = useFormatter()
  const router = useRouter()
  const unsent = useUnsent()
  const day = (date: PlainDate) => format.dateTime(toDate(date), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const withdraw = async ({ id, name }: NoticeRow) => {
    const result = await withdrawNoticeAction({ id }).catch(unsent)
    toast(result.ok ? { title: t('office.withdrawn'), text: name } : { tone: 'bad', title: result.message })
    router.refresh()
  }
  return (
    <Card title={title} aside={<Badge>{rows.length}</Badge>} flush>
      {rows.length === 0 && <p className="border-t border-line px-4 py-3 text-soft">{empty}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2">
            <span className="min-w-0 flex-1">
              <Link href={`/attendance/students/${row.studentId}/${row.fromDate > today ? row.fromDate : today}`} className="font-medium hover:underline">{row.name}</Link>
              {row.className && <span className="ms-2 text-sm text-soft">{row.className}</span>}
              <span className="block text-sm text-soft">{[noticeFacts(t, row, row.minutesLate), row.fromDate !== row.toDate || row.fromDate > today ? [...new Set([row.fromDate, row.toDate])].map(day).join(' – ') : null, row.note].filter(Boolean).join(' · ')}</span>
            </span>
            <IconButton label={t('office.withdraw', { name: row.name })} onClick={() => void withdraw(row)}><Undo2 aria-hidden /></IconButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
