'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { DayRule } from '@/lib/domain/attendance/day-rule'
import type { RecountPreview as Preview } from '@/lib/domain/attendance/recount.server'
import { daysAfter, type PlainDate } from '@/lib/platform/plain-date'
import { previewRecountAction } from '../actions'

/** What a preview says: so many days of students from this to that. */
export function PreviewTable({ preview: { days, changes } }: { preview: Preview }) {
  const t = useTranslations('attendance.settings.recount')
  const letters = useTranslations('attendance.letters')
  const total = changes.reduce((sum, change) => sum + change.days, 0)
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="font-medium">{t('changes', { count: total, days })}</p>
      {changes.length > 0 && (
        <table aria-label={t('changes', { count: total, days })} className="w-fit text-sm">
          <thead><tr className="text-soft"><th scope="col" className="pe-6 text-start font-normal">{t('now')}</th><th scope="col" className="pe-6 text-start font-normal">{t('then')}</th><th scope="col" className="text-end font-normal">{t('studentDays')}</th></tr></thead>
          <tbody>{changes.map(({ before, after, days: count }) => <tr key={before + after}><td className="py-1 pe-6">{letters(before)}</td><td className="py-1 pe-6 font-medium">{letters(after)}</td><td className="py-1 text-end tabular-nums">{count}</td></tr>)}</tbody>
        </table>
      )}
    </div>
  )
}

/** Looks at what a rule would change before it is saved. */
export function RecountPreview({ campusId, today, rule }: { campusId: string; today: PlainDate; rule: DayRule }) {
  const t = useTranslations('attendance.settings.recount')
  const unsent = useUnsent()
  const [isBusy, start] = useTransition()
  const [from, setFrom] = useState(daysAfter(today, -30))
  const [preview, setPreview] = useState<Preview | null>(null)
  const look = () => start(async () => {
    const result = await previewRecountAction({ campusId, from, ...rule }).catch(unsent)
    if (result.ok) setPreview(result.data)
    else toast({ tone: 'bad', title: result.message })
  })
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-sunken p-3">
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1.5 text-sm font-medium">{t('from')}<Input type="date" value={from} max={today} min="1900-01-01" className="w-44" onChange={(event) => setFrom(event.target.value)} /></label>
        <Button pending={isBusy} disabled={isBusy || !from} onClick={look}>{t('look')}</Button>
      </div>
      {preview && <PreviewTable preview={preview} />}
    </div>
  )
}
