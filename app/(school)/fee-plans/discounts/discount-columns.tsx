import { columnsOf, type Words } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { DiscountRow } from '@/lib/domain/billing/discount.server'
import { shownMoney } from '@/lib/platform/money'
import type { Money } from '../../invoices/invoice-columns'

/** A part as the language writes it: 12.5%, or 12,5 %; never 12.50%. */
const shownPercent = (hundredths: number, locale: string) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(hundredths / 10_000)

export function discountColumns(t: Words, invoices: Words, { currency, locale }: Money) {
  const c = columnsOf<DiscountRow>()
  return c.columns([
    c.accessor('name', { header: t('fields.name'), cell: ({ getValue }) => <span className="font-medium">{getValue()}</span>, meta: { sort: 'name' } }),
    c.accessor('position', { header: t('fields.position'), meta: { sort: 'position', align: 'end', card: 'nowhere' } }),
    c.accessor(({ kind }) => invoices(`kinds.${kind}`), { id: 'kind', header: t('fields.kind') }),
    c.accessor(({ percent, amount }) => (percent === null ? shownMoney(amount ?? 0, currency, locale) : shownPercent(percent, locale)), { id: 'takes', header: t('takes'), meta: { align: 'end' } }),
    c.accessor(({ active }) => t(active ? 'active' : 'inactive'), { id: 'active', header: t('fields.active'), cell: ({ getValue, row: { original } }) => !original.active && <Status tone="quiet">{getValue()}</Status>, meta: { card: 'beside' } }),
  ])
}
