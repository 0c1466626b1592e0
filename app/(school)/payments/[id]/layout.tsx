import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordHeader } from '@/components/record/record-header'
import { RecordTabs } from '@/components/record/record-tabs'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { listOpenInvoices } from '@/lib/domain/billing/payment-reading.server'
import { paymentTone, refundable } from '@/lib/domain/billing/payment'
import { decimalOf, shownMoney } from '@/lib/platform/money'
import { PaymentDeeds } from '../payment-deeds'
import { titled } from '../../titled'
import { openPayment } from './open-payment.server'

export async function generateMetadata({ params }: LayoutProps<'/payments/[id]'>) {
  return titled((await openPayment((await params).id)).row.receipt)
}

export default async function PaymentLayout({ params, children }: LayoutProps<'/payments/[id]'>) {
  const { ctx, row } = await openPayment((await params).id)
  const settles = row.credit > 0 && ctx.can('RECORD_PAYMENTS')
  const [t, open] = await Promise.all([getTranslations('payments'), settles ? listOpenInvoices(ctx, row.studentId) : []])
  const facts = [
    { label: t('fields.student'), value: ctx.can('READ_STUDENTS') ? <Link href={`/students/${row.studentId}`} className="hover:underline">{row.studentName}</Link> : row.studentName },
    { label: t('fields.paidOn'), value: <Day on={row.on} /> },
    { label: t('fields.amount'), value: shownMoney(row.amount, ctx.organization.currency, ctx.locale) },
  ]
  const undoes = !row.reverses && ctx.can('REVERSE_PAYMENTS')
  return (
    <div className="screen mx-auto flex w-full flex-1 flex-col">
      <RecordHeader
        name={row.receipt} facts={facts} status={<Status tone={row.reverses ? 'quiet' : paymentTone[row.status]}>{t(row.reverses ?? `statuses.${row.status}`)}</Status>}
        deeds={<PaymentDeeds id={row.id} left={decimalOf(row.left)} credit={row.credit} open={open} reverses={undoes && row.status === 'succeeded'} refunds={undoes && refundable.some((status) => status === row.status)} />}
        tabs={<RecordTabs label={t('tabs.label')} path={`/payments/${row.id}`} tabs={[{ segment: '', label: t('tabs.details') }, { segment: 'history', label: t('tabs.history') }]} />}
      />
      <div className="flex flex-1 flex-col gap-4">{children}</div>
    </div>
  )
}
