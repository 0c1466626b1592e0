import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Selection } from '@/lib/platform/selection'

/** A deed on several rows; `run` gets them and how many they are. */
export type BulkDeed = { label: string; icon?: ReactNode; bad?: boolean; run: (selection: Selection, count: number) => void }

type BulkBarProps = {
  selected: readonly string[]
  total: number
  /** Whether all that match are meant, not only those on this page. */
  isAll: boolean
  /** Null when this page holds all. */
  onAll: (() => void) | null
  onClear: () => void
  matching: string
  deeds: readonly BulkDeed[]
}

/** Slides up from below when rows are chosen. */
export function BulkBar({ selected, total, isAll, onAll, onClear, matching, deeds }: BulkBarProps) {
  const t = useTranslations('table')
  const count = isAll ? total : selected.length
  const selection: Selection = isAll ? { matching } : { ids: [...selected] }
  return (
    <div role="region" aria-label={t('chosen')} className="bulk-bar">
      <p role="status" className="font-medium tabular-nums">{t('selected', { count })}</p>
      {onAll && <button type="button" className="font-medium text-campus-text underline underline-offset-2 pointer-coarse:min-h-11" onClick={onAll}>{t('selectAll', { count: total })}</button>}
      <div className="ms-auto flex flex-wrap items-center gap-2">
        {deeds.map(({ label, icon, bad, run }) => (
          <Button key={label} size="sm" variant={bad ? 'danger' : 'secondary'} onClick={() => run(selection, count)}>{icon}{label}</Button>
        ))}
        <IconButton label={t('unselect')} onClick={onClear}><X aria-hidden /></IconButton>
      </div>
    </div>
  )
}
