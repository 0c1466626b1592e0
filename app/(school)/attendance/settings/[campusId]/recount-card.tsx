'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useBulk } from '@/components/bulk/use-bulk'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import type { CampusRules } from '@/lib/domain/attendance/campus-rules'
import { toDate, type PlainDate } from '@/lib/platform/plain-date'
import type { RecountPreview } from '@/lib/domain/attendance/recount.server'
import { bulkDoors } from '../../../bulk/doors'
import { previewRecountAction, startRecountAction } from '../actions'
import { PreviewTable } from './recount-preview'

type RecountCardProps = { campusId: string; stale: { count: number; from: PlainDate }; today: PlainDate; rules: CampusRules }

/** Days that were counted by another rule: what the one that stands would make of them, and the deed. */
export function RecountCard({ campusId, stale, today, rules: { dayRule, halfDayPercent, wholeDayPercent, missedAfterMinutes } }: RecountCardProps) {
  const t = useTranslations('attendance.settings.recount')
  const format = useFormatter()
  const { run, progress, isBusy } = useBulk(bulkDoors)
  const [from, setFrom] = useState(stale.from)
  const [preview, setPreview] = useState<RecountPreview | null>(null)
  const look = async () => {
    const result = await previewRecountAction({ campusId, from, dayRule, halfDayPercent, wholeDayPercent, missedAfterMinutes })
    if (result.ok) setPreview(result.data)
  }
  const date = format.dateTime(toDate(stale.from), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <Notice tone="warn" title={t('stale', { count: stale.count, date })}>
      <p className="mb-3 text-soft">{t('staleText')}</p>
      {progress ? <Progress label={t('underWay')} value={progress.total - progress.waiting} max={progress.total} /> : (
        <div className="flex flex-wrap items-end gap-3">
          <label className="flex flex-col gap-1.5 text-sm font-medium">{t('from')}<Input type="date" value={from} max={today} min="1900-01-01" className="w-44" onChange={(event) => setFrom(event.target.value)} /></label>
          <Button onClick={() => void look()} disabled={!from}>{t('look')}</Button>
          <Button variant="primary" pending={isBusy} disabled={isBusy || !from} onClick={() => void run(() => startRecountAction({ campusId, from }))}>{t('start')}</Button>
        </div>
      )}
      {preview && <div className="mt-3"><PreviewTable preview={preview} /></div>}
    </Notice>
  )
}
