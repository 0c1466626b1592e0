'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Notice } from '@/components/ui/notice'
import type { ImportSummary } from '@/lib/domain/interop/import-batch'
import { undoImportAction } from '../actions'
import { useDeed } from './use-deed'

type UndoCardProps = { id: string; blocks: ImportSummary['blocks'] }

/** The way back. What was edited since is listed first, and may be left as it is. */
export function UndoCard({ id, blocks }: UndoCardProps) {
  const t = useTranslations('imports')
  const { run, isPending, problem } = useDeed()
  const undo = (leaveChanged: boolean) => run(() => undoImportAction({ id, leaveChanged }))
  const reason = (why: 'changed' | 'used' | 'taken', by: string | null) => (why === 'used' ? t('undo.used', { by: t(by && t.has(`undo.uses.${by}`) ? `undo.uses.${by}` : 'undo.uses.other') }) : t(`undo.${why}`))
  const more = blocks ? blocks.count - blocks.rows.length : 0
  return (
    <Card title={t('undo.title')}>
      <div className="flex flex-col gap-4">
        {problem && <Notice tone="bad" title={problem} urgent />}
        <p className="text-soft">{t('undo.text')}</p>
        {blocks && (
          <Notice tone="warn" title={t('undo.blockedTitle', { count: blocks.count })}>
            <p>{t('undo.blockedText')}</p>
            <ul aria-label={t('undo.caption')} className="mt-2 max-h-64 overflow-y-auto">
              {blocks.rows.map(({ entity, id: row, label, why, by }) => (
                <li key={row} className="py-0.5">
                  {t(`entities.${entity}`)} · <span className="font-medium">{label}</span> · {reason(why, by)}
                </li>
              ))}
              {more > 0 && <li>{t('undo.more', { count: more })}</li>}
            </ul>
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <ConfirmButton variant={blocks ? 'secondary' : 'danger'} label={t('undo.button')} pending={isPending} question={t('undo.question')} keep={t('keep')} onConfirm={() => undo(false)}><p>{t('undo.text')}</p></ConfirmButton>
          {blocks && <ConfirmButton variant="danger" label={t('undo.leaveButton')} pending={isPending} question={t('undo.question')} keep={t('keep')} onConfirm={() => undo(true)}><p>{t('undo.text')}</p></ConfirmButton>}
        </div>
      </div>
    </Card>
  )
}
