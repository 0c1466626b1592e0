import { useTranslations } from 'next-intl'
import { FileList } from '@/components/files/file-list'
import { Card } from '@/components/ui/card'
import type { FileRow } from '@/lib/domain/files/public.server'
import { removeFileAction, restoreFileAction } from '../../files/actions'
import { ProofDrop } from '../proof-drop'

/** The slip or the transfer's confirmation behind a payment, for whoever may record one to add and take away. */
export function ProofCard({ paymentId, proof, adds }: { paymentId: string; proof: readonly FileRow[]; adds: boolean }) {
  const t = useTranslations('payments.proof')
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-3">
        {proof.length > 0 ? <FileList files={proof} deeds={adds ? { remove: removeFileAction, restore: restoreFileAction } : undefined} /> : <p className="text-soft">{t('none')}</p>}
        {adds && <ProofDrop paymentId={paymentId} />}
      </div>
    </Card>
  )
}
