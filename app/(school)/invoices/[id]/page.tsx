import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Facts } from '@/components/record/facts'
import { Card } from '@/components/ui/card'
import { Day } from '@/components/ui/day'
import { shownMoney } from '@/lib/platform/money'
import { AmountTable } from '../amount-table'
import { openInvoice } from './open-invoice.server'

/** Everything that makes the amounts what they are. */
export default async function InvoicePage({ params }: PageProps<'/invoices/[id]'>) {
  const { ctx, row } = await openInvoice((await params).id)
  const t = await getTranslations('invoices')
  const money = (minor: number) => shownMoney(minor, ctx.organization.currency, ctx.locale)
  const plan = row.plan && (ctx.can('READ_FEE_PLANS') ? <Link href={`/fee-plans/${row.plan.id}`} className="hover:underline">{row.plan.name}</Link> : row.plan.name)
  return (
    <>
      <Card title={t('explained')}><AmountTable row={row} money={money} mayOpen={ctx.can('READ_PAYMENTS')} /></Card>
      <Facts
        facts={[
          { label: t('fields.issueDate'), value: <Day key="issued" on={row.issueDate} /> }, { label: t('fields.dueDate'), value: <Day key="due" on={row.dueDate} /> }, { label: t('fields.campus'), value: row.campusName }, { label: t('fields.plan'), value: plan },
          ...(row.closedOn ? [{ label: t('fields.closedOn'), value: <Day key="closed" on={row.closedOn} /> }, { label: t('fields.reason'), value: row.closedBecause }] : []), { label: t('fields.notes'), value: row.notes },
        ]}
      />
    </>
  )
}
