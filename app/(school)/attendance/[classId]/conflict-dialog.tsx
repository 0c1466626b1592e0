'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { RegisterConflict } from '@/lib/domain/attendance/register'
import { MarkText } from './mark-text'

type ConflictDialogProps = { conflict: RegisterConflict; timeZone: string; onTheirs: () => void; onMine: () => void; onClose: () => void }

/** Somebody was first: what they say, what you say, and the choice. Nothing is overwritten in silence. */
export default function ConflictDialog({ conflict, timeZone, onTheirs, onMine, onClose }: ConflictDialogProps) {
  const t = useTranslations('attendance')
  const format = useFormatter()
  const when = format.dateTime(new Date(conflict.at), { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('conflict.title')}
      description={t('conflict.text', { by: conflict.by ?? t('somebody'), when, count: conflict.differences.length })}
      foot={
        <>
          <Button onClick={onMine}>{t('conflict.mine')}</Button>
          <Button variant="primary" onClick={onTheirs}>
            {t('conflict.theirs')}
          </Button>
        </>
      }
    >
      {conflict.differences.length > 0 && (
        <table aria-label={t('conflict.title')} className="w-full text-start">
          <thead className="text-xs text-soft">
            <tr>
              <th scope="col" className="py-1 text-start font-medium">{t('conflict.student')}</th>
              <th scope="col" className="py-1 text-start font-medium">{t('conflict.theirMark')}</th>
              <th scope="col" className="py-1 text-start font-medium">{t('conflict.yourMark')}</th>
            </tr>
          </thead>
          <tbody>
            {conflict.differences.map(({ studentId, name, theirs, yours }) => (
              <tr key={studentId} className="border-t border-line align-top">
                <th scope="row" className="py-2 pe-2 text-start font-medium wrap-anywhere"><bdi>{name}</bdi></th>
                <td className="py-2 pe-2"><MarkText marking={theirs} /></td>
                <td className="py-2"><MarkText marking={yours} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
