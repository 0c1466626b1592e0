import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordHeader } from '@/components/record/record-header'
import { RecordTabs } from '@/components/record/record-tabs'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { statusTone } from '@/lib/domain/billing/invoice'
import { decimalOf, shownMoney } from '@/lib/platform/money'
import { InvoiceDeeds } from '../invoice-deeds'
import { titled } from '../../titled'
import { openInvoice } from './open-invoice.server'

export async function generateMetadata({ params }: LayoutProps<'/invoices/[id]'>) {
  return titled((await openInvoice((await params).id)).row.number ?? (await getTranslations('invoices'))('draft'))
}

export default async function InvoiceLayout({ params, children }: LayoutProps<'/invoices/[id]'>) {
  const { ctx, row } = await openInvoice((await params).id)
  const t = await getTranslations('invoices')
  const path = `/invoices/${row.id}`
  const money = (minor: number) => shownMoney(minor, ctx.organization.currency, ctx.locale)
  const facts = [
    { label: t('fields.student'), value: ctx.can('READ_STUDENTS') ? <Link href={`/students/${row.studentId}`} className="hover:underline">{row.studentName}</Link> : row.studentName },
    { label: t('fields.dueDate'), value: <Day on={row.dueDate} /> },
    { label: t('fields.balance'), value: money(row.balance) },
  ]
  const may = { update: ctx.can('UPDATE_INVOICES'), end: ctx.can('VOID_INVOICES'), pay: ctx.can('RECORD_PAYMENTS') }
  const tabs = [{ segment: '', label: t('tabs.details') }, { segment: 'history', label: t('tabs.history') }]
  return (
    <div className="screen mx-auto flex w-full flex-1 flex-col">
      <RecordHeader
        name={row.number ?? t('draft')} facts={facts} status={<Status tone={statusTone[row.status]}>{t(`statuses.${row.status}`)}</Status>}
        deeds={<InvoiceDeeds id={row.id} seen={row.seen} studentId={row.studentId} status={row.stored} creditable={decimalOf(row.balance || row.total)} may={may} />}
        tabs={<RecordTabs label={t('tabs.label')} path={path} tabs={tabs} />}
      />
      <div className="flex flex-1 flex-col gap-4">{children}</div>
    </div>
  )
}
