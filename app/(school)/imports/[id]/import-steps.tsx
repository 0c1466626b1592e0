import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ImportState } from '@/lib/domain/interop/import-batch'
import type { ImportRecord } from '@/lib/domain/interop/public.server'

const steps = ['found', 'check', 'difference', 'apply', 'result'] as const

/** Which step a state stands at; everything before it is done. */
const standing: Record<ImportState, number> = { uploaded: 1, checking: 1, checked: 2, applying: 3, applied: 5, failed: 3, undoing: 4, undone: 3 }

export function ImportSteps({ batch }: { batch: ImportRecord }) {
  const t = useTranslations('imports.steps')
  const at = batch.state === 'checked' && batch.summary.blocked ? 1 : standing[batch.state]
  return (
    <ol aria-label={t('label')} className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {steps.map((step, i) => (
        <li key={step} aria-current={i === at ? 'step' : undefined} className={clsx('flex items-center gap-2', i === at ? 'font-semibold' : 'text-soft')}>
          <span className={clsx('flex size-6 items-center justify-center rounded-full border text-xs tabular-nums', i < at ? 'border-campus-line bg-campus text-campus-on' : i === at ? 'border-campus-line' : 'border-line-strong')}>
            {i < at ? <Check className="size-3.5" /> : i + 1}
          </span>
          {t(step)}
          <span className="sr-only">{t(i < at ? 'done' : i === at ? 'current' : 'todo')}</span>
        </li>
      ))}
    </ol>
  )
}
