'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Progress } from '@/components/ui/progress'
import type { BulkProgress } from '@/lib/platform/bulk'

type BulkDialogProps = { title: string; isOpen: boolean; onClose: () => void; progress: BulkProgress | null; isBusy: boolean; deed: { label: string; bad?: boolean; run: () => void; disabled?: boolean }; children: ReactNode }

/** Asks before a deed on many records, and shows how far it is. It goes on when the dialog is closed. */
export function BulkDialog({ title, isOpen, onClose, progress, isBusy, deed, children }: BulkDialogProps) {
  const t = useTranslations('table.bulk')
  const reached = progress && progress.total - progress.waiting
  const foot = progress ? <DialogClose render={<Button>{t('closeGoesOn')}</Button>} /> : (
    <>
      <DialogClose render={<Button>{t('cancel')}</Button>} />
      <Button variant={deed.bad ? 'danger' : 'primary'} pending={isBusy} disabled={isBusy || deed.disabled} onClick={deed.run}>{deed.label}</Button>
    </>
  )
  return (
    <Dialog title={title} open={isOpen} onOpenChange={(open) => !open && onClose()} foot={foot}>
      {progress ? <Progress label={t('underWay')} value={reached ?? 0} max={progress.total} detail={t('soMany', { done: reached ?? 0, total: progress.total })} /> : children}
    </Dialog>
  )
}
