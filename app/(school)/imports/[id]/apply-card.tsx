'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Notice } from '@/components/ui/notice'
import { countOf, type ImportSummary } from '@/lib/domain/interop/import-batch'
import { applyImportAction, discardImportAction, recheckImportAction } from '../actions'
import { Questions, type Answer } from './questions'
import { useDeed } from './use-deed'

type ApplyCardProps = { id: string; canApply: boolean; summary: ImportSummary }

/** The yes. Where suspiciously much would go it takes two; where the file can be read in more than one way it asks which. */
export function ApplyCard({ id, canApply, summary }: ApplyCardProps) {
  const t = useTranslations('imports')
  const [departuresMeant, setDeparturesMeant] = useState(false)
  const { run, isPending, problem } = useDeed()
  const { departures } = summary
  const isAsked = summary.encodings.length > 0
  const leaving = departures.reduce((sum, { count }) => sum + count, 0)
  const changes = { created: countOf(summary, 'new'), changed: countOf(summary, 'changed') + countOf(summary, 'revived'), gone: countOf(summary, 'gone') }
  const recheck = (answers: Answer) => run(() => recheckImportAction({ id, answers }))
  return (
    <Card title={t(canApply ? 'apply.title' : 'apply.again')}>
      <div className="flex flex-col gap-4">
        {problem && <Notice tone="bad" title={problem} urgent />}
        <Questions summary={summary} isPending={isPending} onAnswer={recheck} />
        {canApply && <p>{t('apply.text', changes)}</p>}
        {canApply && departures.length > 0 && (
          <Notice tone="bad" title={t('apply.departuresTitle')}>
            <p>{t('apply.departuresText')}</p>
            <ul className="my-2 list-disc ps-5">
              {departures.map(({ entity, campus, count, of }) => <li key={`${entity} ${campus}`}>{t('apply.departure', { entity: t(`entities.${entity}`), campus, count, of })}</li>)}
            </ul>
            <Checkbox checked={departuresMeant} onChange={(event) => setDeparturesMeant(event.target.checked)} label={t('apply.departuresMeant', { count: leaving })} />
          </Notice>
        )}
        {!canApply && <p className="text-soft">{t('apply.againText')}</p>}
        <div className="flex flex-wrap gap-2">
          {canApply && (
            <ConfirmButton label={t('apply.button')} pending={isPending} disabled={isAsked || (departures.length > 0 && !departuresMeant)} question={t('apply.question')} keep={t('keep')} onConfirm={() => run(() => applyImportAction({ id, departuresMeant }))}>
              <p>{t('apply.text', changes)}</p>
              <p className="mt-2 text-soft">{t('apply.canUndo')}</p>
            </ConfirmButton>
          )}
          <Button pending={isPending} onClick={() => recheck({})}>{t('apply.again')}</Button>
          <ConfirmButton variant="danger" label={t('discard.button')} pending={isPending} question={t('discard.question')} keep={t('keep')} onConfirm={() => run(() => discardImportAction({ id }))}>
            <p>{t('discard.text')}</p>
          </ConfirmButton>
        </div>
      </div>
    </Card>
  )
}
