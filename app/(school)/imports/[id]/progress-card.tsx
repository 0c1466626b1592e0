import { useTranslations } from 'next-intl'
import { AskAgain } from '@/components/ui/ask-again'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { workingStates } from '@/lib/domain/interop/import-batch'
import { isSilent, type ImportRecord } from '@/lib/domain/interop/public.server'
import { ResumeButton } from './resume-button'

/** How far the job is. The page may be left: the job does not know that anybody looks. */
export function ProgressCard({ batch, mayResume }: { batch: ImportRecord; mayResume: boolean }) {
  const t = useTranslations('imports.progress')
  const { id, state, progress, total } = batch
  if (!workingStates.includes(state)) return null
  const label = state === 'applying' || state === 'undoing' ? t(state) : t('checking')
  return (
    <>
      <AskAgain />
      {isSilent(batch) && <Notice tone="warn" title={t('silentTitle')} deed={mayResume && <ResumeButton id={id} />}>{t('silentText')}</Notice>}
      <Card>
        <div role="status" className="flex flex-col gap-2">
          <Progress label={label} value={progress} max={total} detail={total > 0 ? t('detail', { done: Math.min(progress, total), total }) : undefined} />
          <p className="text-sm text-soft">{t('leave')}</p>
        </div>
      </Card>
    </>
  )
}
