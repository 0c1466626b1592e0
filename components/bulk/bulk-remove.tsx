'use client'

import { useTranslations } from 'next-intl'
import type { BulkProgress } from '@/lib/platform/bulk'
import type { Result } from '@/lib/platform/errors'
import type { Selection } from '@/lib/platform/selection'
import { BulkDialog } from './bulk-dialog'
import { useBulk, type BulkDoors } from './use-bulk'

export type Chosen = { selection: Selection; count: number }
type BulkRemoveProps = { chosen: Chosen; title: string; doors: BulkDoors; remove: (input: Chosen) => Promise<Result<BulkProgress>>; onClose: () => void }

/** Removes the chosen records after a question; the trash and Undo bring them back. */
export function BulkRemove({ chosen, title, doors, remove, onClose }: BulkRemoveProps) {
  const t = useTranslations('table.bulk')
  const { run, progress, isBusy } = useBulk(doors)
  const deed = { label: t('remove', { count: chosen.count }), bad: true, run: () => void run(() => remove(chosen)).then((end) => end && onClose()) }
  return (
    <BulkDialog title={title} isOpen onClose={onClose} progress={progress} isBusy={isBusy} deed={deed}>
      <p>{t('removeHint')}</p>
    </BulkDialog>
  )
}
