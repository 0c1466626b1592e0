'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { TextAreaField } from '@/components/form/text-area-field'
import { useUnsent } from '@/components/form/use-unsent'
import { AskAgain } from '@/components/ui/ask-again'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Day, useDay } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import { isRunning, runTone, undoRunInput } from '@/lib/domain/billing/fee-plan'
import type { PlanRun } from '@/lib/domain/billing/fee-plan.server'
import type { Printing } from '@/lib/domain/billing/printing'
import { shownMoney } from '@/lib/platform/money'
import type { Money } from '../invoices/invoice-columns'
import { PrintMany } from '../invoices/print-many'
import { cancelRunAction, undoRunAction } from './actions'

type RunListProps = { runs: readonly PlanRun[]; printings: Record<string, Printing>; money: Money; may: { cancel: boolean; undo: boolean; print: boolean } }

/** The plan's runs, the newest first, each with how far it is and what can be done about it. */
export function RunList({ runs, printings, money: { currency, locale }, may }: RunListProps) {
  const [t, printing] = [useTranslations('feePlans.run'), useTranslations('billing.printing')]
  const day = useDay()
  return (
    <Card title={t('list')} flush>
      {runs.some(isRunning) && <AskAgain />}
      {runs.length === 0 && <p className="border-t border-line p-4 text-soft">{t('none')}</p>}
      <ul>
        {runs.map(({ id, state, made, wanted, total, period }) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-3 border-t border-line px-4 py-2">
            <div className="min-w-0 flex-1 basis-48">
              <Link href={`/invoices?run=${id}`} className="font-medium hover:underline">{t('made', { made, wanted })}</Link>
              <p className="text-sm text-soft tabular-nums"><Day on={period} /> · {shownMoney(total, currency, locale)}</p>
            </div>
            <Status tone={runTone[state]}>{t(`states.${state}`)}</Status>
            {may.print && made > 0 && state !== 'undone' && <PrintMany runId={id} last={printings[id] ?? null} label={printing('run')} of={day(period)} />}
            {may.cancel && isRunning({ state }) && <CancelButton id={id} />}
            {may.undo && (state === 'done' || state === 'cancelled') && made > 0 && (
              <FormDialog title={t('undo')} description={t('undoHint')} trigger={<Button aria-label={`${t('undo')}, ${day(period)}`}>{t('undo')}</Button>}>
                {(done) => (
                  <ActionForm schema={undoRunInput} action={undoRunAction} defaults={{ id, reason: '' }} onSaved={({ count }) => done(t('undone', { count }))} submit={t('undo')}>
                    <TextAreaField name="reason" label={t('reason')} />
                  </ActionForm>
                )}
              </FormDialog>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function CancelButton({ id }: { id: string }) {
  const t = useTranslations('feePlans.run')
  const router = useRouter()
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  const cancel = () =>
    startTransition(async () => {
      const result = await cancelRunAction({ id }).catch(unsent)
      if (!result.ok) return toast({ title: result.message, tone: 'bad' })
      router.refresh()
    })
  return <Button pending={isPending} disabled={isPending} onClick={cancel}>{t('cancel')}</Button>
}
