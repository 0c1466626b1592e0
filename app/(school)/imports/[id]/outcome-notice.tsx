import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { countOf, hasChanges } from '@/lib/domain/interop/import-batch'
import type { ImportRecord } from '@/lib/domain/interop/public.server'

const problemKeys = ['busy', 'changed', 'rightLost', 'undoBlocked', 'diskFull'] as const

/** What came of it, or what stands in the way, in one sentence and the next thing to do. */
export function OutcomeNotice({ batch: { id, state, summary, problem } }: { batch: ImportRecord }) {
  const t = useTranslations('imports')
  const ticket = problem?.startsWith('bug:') ? problem.slice(4) : null
  const said = problemKeys.find((key) => problem === `imports.problems.${key}`)
  const changes = { created: countOf(summary, 'new'), changed: countOf(summary, 'changed') + countOf(summary, 'revived'), gone: countOf(summary, 'gone') }
  const remarks = <LinkButton href={`/imports/${id}/remarks?severity=error`} size="sm">{t('tabs.remarks')}</LinkButton>
  return (
    <>
      {state === 'failed' && <Notice tone="bad" title={t('result.failedTitle')} urgent>{t('result.failedText', { id: ticket ?? '–' })}</Notice>}
      {state !== 'failed' && ticket && <Notice tone="bad" title={t('problems.bug', { id: ticket })} urgent />}
      {said && <Notice tone="warn" title={t(`problems.${said}`)} urgent />}
      {state === 'checked' && summary.blocked && <Notice tone="bad" title={t('remarks.blockedTitle')} deed={remarks}>{t('remarks.blockedText')}</Notice>}
      {state === 'checked' && !summary.blocked && summary.remarks.error > 0 && (
        <Notice tone="warn" title={t('remarks.rejectedTitle', { count: summary.remarks.error })} deed={remarks}>{t('remarks.rejectedText')}</Notice>
      )}
      {state === 'applied' && <Notice tone="ok" title={t('result.title')}>{hasChanges(summary) ? t('result.text', changes) : t('difference.noneDone')}</Notice>}
      {state === 'undone' && summary.undone && <Notice tone="ok" title={t('result.undoneTitle')}>{t('result.undoneText', summary.undone)}</Notice>}
    </>
  )
}
