import { columnsOf, type Words } from '@/components/table/columns'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { paymentTone } from '@/lib/domain/billing/payment'
import type { PaymentRow } from '@/lib/domain/billing/payment-reading.server'
import { numberOf, shownMoney } from '@/lib/platform/money'
import type { Money } from '../invoices/invoice-columns'

export function paymentColumns(t: Words, ofOneCampus: boolean, { currency, locale }: Money) {
  const c = columnsOf<PaymentRow>()
  return c.columns([
    c.accessor('receipt', { header: t('fields.receipt'), cell: ({ getValue }) => <span className="font-medium tabular-nums">{getValue()}</span>, meta: { sort: 'receipt' } }),
    c.accessor('student', { header: t('fields.student') }),
    c.accessor('campusName', { id: 'campus', header: t('fields.campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : { card: 'nowhere' } }),
    c.accessor('on', { id: 'paid', header: t('fields.paidOn'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { sort: 'paid' } }),
    c.accessor(({ method }) => t(`methods.${method}`), { id: 'method', header: t('fields.method') }),
    c.accessor('reference', { header: t('fields.reference'), meta: { card: 'nowhere', optional: true } }),
    c.accessor(({ amount }) => numberOf(amount), { id: 'amount', header: t('fields.amount'), cell: ({ row: { original } }) => shownMoney(original.amount, currency, locale), meta: { align: 'end' } }),
    c.accessor(({ status, reverses }) => t(reverses ?? `statuses.${status}`), {
      id: 'status', header: t('fields.status'), cell: ({ getValue, row: { original } }) => <Status tone={original.reverses ? 'quiet' : paymentTone[original.status]}>{getValue()}</Status>, meta: { card: 'beside' },
    }),
  ])
}
