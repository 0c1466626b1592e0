'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { Status, type Tone } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import type { VisitState } from '@/lib/domain/access/support'
import type { Result } from '@/lib/platform/errors'
import { allowVisitAction, endVisitAction } from './actions'

export type VisitLine = { id: string; by: string; reason: string; hours: number; state: VisitState; asked: string; until: string | null }
const tones: Record<VisitState, Tone> = { asked: 'warn', open: 'ok', ended: 'quiet', expired: 'quiet', declined: 'quiet' }

/** Who of the platform asked to look in, why, and how far it is. */
export function VisitList({ visits }: { visits: readonly VisitLine[] }) {
  const t = useTranslations('support')
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  const run = (deed: () => Promise<Result<unknown>>, happened: string) =>
    startTransition(async () => {
      const result = await deed().catch(unsent)
      toast(result.ok ? { title: happened } : { title: result.message, tone: 'bad' })
    })
  return (
    <ul className="flex flex-col rounded-lg border border-line bg-raised">
      {visits.map(({ id, by, reason, hours, state, asked, until }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4 first:border-t-0">
          <div className="min-w-0 flex-1 basis-72">
            <p className="flex flex-wrap items-center gap-2 font-medium">{by}<Status tone={tones[state]}>{t(`states.${state}`)}</Status></p>
            <p className="mt-1 break-words">{reason}</p>
            <p className="mt-1 text-sm text-soft">{t(state === 'asked' ? 'asks' : state === 'declined' ? 'asked' : 'until', { asked, hours, until: until ?? '' })}</p>
          </div>
          {state === 'asked' && (
            <div className="flex flex-wrap gap-2">
              <Button disabled={isPending} aria-label={`${t('decline')}: ${by}`} onClick={() => run(() => endVisitAction({ id }), t('declined'))}>{t('decline')}</Button>
              <Button variant="primary" disabled={isPending} aria-label={`${t('allow', { hours })}: ${by}`} onClick={() => run(() => allowVisitAction({ id }), t('allowed'))}>{t('allow', { hours })}</Button>
            </div>
          )}
          {state === 'open' && <Button variant="danger" disabled={isPending} aria-label={`${t('end')}: ${by}`} onClick={() => run(() => endVisitAction({ id }), t('ended'))}>{t('end')}</Button>}
        </li>
      ))}
    </ul>
  )
}
