import { columnsOf, type Words } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { FeePlanRow } from '@/lib/domain/billing/fee-plan.server'
import { numberOf, shownMoney } from '@/lib/platform/money'
import type { Money } from '../invoices/invoice-columns'

export function feePlanColumns(t: Words, { currency, locale }: Money) {
  const c = columnsOf<FeePlanRow>()
  return c.columns([
    c.accessor('name', { header: t('fields.name'), cell: ({ getValue }) => <span className="font-medium">{getValue()}</span>, meta: { sort: 'name' } }),
    c.accessor(({ gradeName }) => gradeName ?? t('everyGrade'), { id: 'grade', header: t('fields.grade') }),
    c.accessor('yearName', { id: 'year', header: t('fields.year') }),
    c.accessor(({ billingCycle }) => t(`cycles.${billingCycle}`), { id: 'cycle', header: t('fields.cycle'), meta: { card: 'nowhere' } }),
    c.accessor(({ total }) => numberOf(total), { id: 'total', header: t('fields.total'), cell: ({ row: { original } }) => shownMoney(original.total, currency, locale), meta: { align: 'end' } }),
    c.accessor(({ active }) => t(active ? 'active' : 'inactive'), { id: 'active', header: t('fields.active'), cell: ({ getValue, row: { original } }) => !original.active && <Status tone="quiet">{getValue()}</Status>, meta: { card: 'beside' } }),
  ])
}
