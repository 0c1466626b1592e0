import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { RunPreview } from '@/lib/domain/billing/invoice-run.server'
import { shownMoney } from '@/lib/platform/money'
import type { Money } from '../invoices/invoice-columns'

const most = 200

/** Who gets an invoice and of how much, and who is left out and why. */
export function RunPreviewCard({ preview: { due, left, total }, money: { currency, locale } }: { preview: RunPreview; money: Money }) {
  const t = useTranslations('feePlans.run')
  const money = (minor: number) => shownMoney(minor, currency, locale)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t('due', { count: due.length, total: money(total) })}>
        <ul className="text-sm">
          {due.slice(0, most).map(({ studentId, name, number, made }) => (
            <li key={studentId} className="flex justify-between gap-4 border-b border-line py-2 last:border-0">
              <span className="min-w-0">{name} · {number}{made.discounts.length > 0 && <span className="block text-soft">{made.discounts.map((discount) => `${discount.name} −${money(discount.amount)}`).join(', ')}</span>}</span>
              <span className="tabular-nums">{money(made.total)}</span>
            </li>
          ))}
        </ul>
        {due.length > most && <p className="pt-2 text-sm text-soft">{t('more', { count: due.length - most })}</p>}
      </Card>
      <Card title={t('left', { count: left.length })}>
        <ul className="text-sm">
          {left.slice(0, most).map(({ studentId, name, why }) => <li key={studentId} className="flex justify-between gap-4 border-b border-line py-2 last:border-0"><span>{name}</span><span className="text-soft">{t(`why.${why}`)}</span></li>)}
        </ul>
        {left.length > most && <p className="pt-2 text-sm text-soft">{t('more', { count: left.length - most })}</p>}
      </Card>
    </div>
  )
}
