'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { DateField } from '@/components/form/date-field'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { invoiceInput } from '@/lib/domain/billing/invoice'
import { draftInvoiceAction } from './actions'
import { blankLine, LineRows } from './line-rows'

type InvoiceFormProps = { child: Option | null; today: string; due: string }

/** An invoice by hand; it is a draft until it is issued. */
export function InvoiceForm({ child, today, due }: InvoiceFormProps) {
  const t = useTranslations('invoices')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('drafted') })
    router.push(`/invoices/${id}`)
  }
  return (
    <ActionForm schema={invoiceInput} action={draftInvoiceAction} defaults={{ studentId: child?.value ?? '', issueDate: today, dueDate: due, notes: '', lines: [blankLine], withDiscounts: true }} onSaved={saved} submit={t('add')} aside={<LinkButton href="/invoices" variant="quiet">{t('cancel')}</LinkButton>}>
      <RemotePickField name="studentId" label={t('fields.student')} source="/api/choices/students" chosen={child} />
      <LineRows />
      <div className="flex flex-wrap gap-4">
        <DateField name="issueDate" label={t('fields.issueDate')} />
        <DateField name="dueDate" label={t('fields.dueDate')} />
      </div>
      <CheckField name="withDiscounts" label={t('withDiscounts')} hint={t('withDiscountsHint')} />
      <TextAreaField name="notes" label={t('fields.notes')} optional />
    </ActionForm>
  )
}
