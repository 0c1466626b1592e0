import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { AskAgain } from '@/components/ui/ask-again'
import { Card } from '@/components/ui/card'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { isRunning, runTone } from '@/lib/domain/billing/fee-plan'
import type { BillingOverview } from '@/lib/domain/billing/overview.server'

/** The last runs and how far they are. */
export function RunsCard({ runs, mayOpen }: { runs: BillingOverview['runs']; mayOpen: boolean }) {
  const [t, words] = [useTranslations('billing'), useTranslations('feePlans.run')]
  return (
    <Card title={t('runs')} flush>
      {runs.some(isRunning) && <AskAgain />}
      {runs.length === 0 && <p className="border-t border-line p-4 text-soft">{t('calm')}</p>}
      <ul>
        {runs.map(({ id, plan, made, wanted, state, period }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-3 border-t border-line px-4 py-2">
            <span className="min-w-0 flex-1 basis-48 font-medium">{mayOpen ? <Link href={`/fee-plans/${plan.id}`} className="hover:underline">{plan.name}</Link> : plan.name} · <Day on={period} /></span>
            <Link href={`/invoices?run=${id}`} className="text-sm hover:underline">{words('made', { made, wanted })}</Link>
            <Status tone={runTone[state]}>{words(`states.${state}`)}</Status>
          </li>
        ))}
      </ul>
    </Card>
  )
}
