'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { DateField } from '@/components/form/date-field'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { invoiceInput, type InvoiceInput } from '@/lib/domain/billing/invoice'
import { seenInput } from '@/lib/platform/catalog'
import { draftInvoiceAction, reviseInvoiceAction } from './actions'
import { blankLine, LineRows } from './line-rows'

const editInput = z.intersection(invoiceInput, seenInput)

type InvoiceFormProps = { child: Option | null; today: string; due: string; row?: { id: string; seen: string; values: InvoiceInput } }

/** An invoice by hand, new or a draft that is there; it is a draft until it is issued. */
export function InvoiceForm({ child, today, due, row }: InvoiceFormProps) {
  const t = useTranslations('invoices')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('drafted') })
    router.push(`/invoices/${id}`)
  }
  const common = { onSaved: saved, submit: t('add'), aside: <LinkButton href={row ? `/invoices/${row.id}` : '/invoices'} variant="quiet">{t('cancel')}</LinkButton> }
  const fields = (
    <>
      <RemotePickField name="studentId" label={t('fields.student')} source="/api/choices/students" chosen={child} />
      <LineRows />
      <div className="flex flex-wrap gap-4">
        <DateField name="issueDate" label={t('fields.issueDate')} />
        <DateField name="dueDate" label={t('fields.dueDate')} />
      </div>
      <CheckField name="withDiscounts" label={t('withDiscounts')} hint={t('withDiscountsHint')} />
      <TextAreaField name="notes" label={t('fields.notes')} optional />
    </>
  )
  if (row) return <ActionForm schema={editInput} action={reviseInvoiceAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={invoiceInput} action={draftInvoiceAction} defaults={{ studentId: child?.value ?? '', issueDate: today, dueDate: due, notes: '', lines: [blankLine], withDiscounts: true }} {...common}>{fields}</ActionForm>
}
