import { columnsOf, type Words } from '@/components/table/columns'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { statusTone } from '@/lib/domain/billing/invoice'
import type { InvoiceRow } from '@/lib/domain/billing/invoice-reading.server'
import { shownMoney } from '@/lib/platform/money'

export type Money = { currency: string; locale: string }

export function invoiceColumns(t: Words, ofOneCampus: boolean, { currency, locale }: Money) {
  const c = columnsOf<InvoiceRow>()
  return c.columns([
    c.accessor(({ number }) => number ?? t('draft'), { id: 'number', header: t('fields.number'), cell: ({ getValue }) => <span className="font-medium tabular-nums">{getValue()}</span>, meta: { sort: 'number' } }),
    c.accessor('student', { header: t('fields.student') }),
    c.accessor('campusName', { id: 'campus', header: t('fields.campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : { card: 'nowhere' } }),
    c.accessor('issueDate', { header: t('fields.issueDate'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { card: 'nowhere', optional: true } }),
    c.accessor('dueDate', { id: 'due', header: t('fields.dueDate'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { sort: 'due' } }),
    c.accessor(({ total }) => shownMoney(total, currency, locale), { id: 'total', header: t('fields.total'), meta: { align: 'end', card: 'nowhere' } }),
    c.accessor(({ balance }) => shownMoney(balance, currency, locale), { id: 'balance', header: t('fields.balance'), meta: { align: 'end' } }),
    c.accessor(({ status }) => t(`statuses.${status}`), { id: 'status', header: t('fields.status'), cell: ({ getValue, row: { original } }) => <Status tone={statusTone[original.status]}>{getValue()}</Status>, meta: { card: 'beside' } }),
  ])
}
