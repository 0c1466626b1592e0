import { columnsOf, type Words } from '@/components/table/columns'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { statusTone } from '@/lib/domain/billing/invoice'
import type { InvoiceRow } from '@/lib/domain/billing/invoice-reading.server'
import { numberOf, shownMoney } from '@/lib/platform/money'

export type Money = { currency: string; locale: string }

export function invoiceColumns(t: Words, ofOneCampus: boolean, { currency, locale }: Money) {
  const c = columnsOf<InvoiceRow>()
  return c.columns([
    c.accessor(({ number }) => number ?? t('draft'), { id: 'number', header: t('fields.number'), cell: ({ getValue }) => <span className="font-medium tabular-nums">{getValue()}</span>, meta: { sort: 'number' } }),
    c.accessor('student', { header: t('fields.student') }),
    c.accessor('campusName', { id: 'campus', header: t('fields.campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : { card: 'nowhere' } }),
    c.accessor('issueDate', { header: t('fields.issueDate'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { card: 'nowhere', optional: true } }),
    c.accessor('dueDate', { id: 'due', header: t('fields.dueDate'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { sort: 'due' } }),
    c.accessor(({ total }) => numberOf(total), { id: 'total', header: t('fields.total'), cell: ({ row: { original } }) => shownMoney(original.total, currency, locale), meta: { align: 'end', card: 'nowhere' } }),
    c.accessor(({ balance }) => numberOf(balance), { id: 'balance', header: t('fields.balance'), cell: ({ row: { original } }) => shownMoney(original.balance, currency, locale), meta: { align: 'end' } }),
    c.accessor(({ status }) => t(`statuses.${status}`), { id: 'status', header: t('fields.status'), cell: ({ getValue, row: { original } }) => <Status tone={statusTone[original.status]}>{getValue()}</Status>, meta: { card: 'beside' } }),
  ])
}
