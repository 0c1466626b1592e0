'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { creditNoteInput, invoiceDeedInput, type InvoiceStatus } from '@/lib/domain/billing/invoice'
import { creditInvoiceAction, discardInvoiceAction, issueInvoiceAction, voidInvoiceAction, writeOffInvoiceAction } from './actions'

type InvoiceDeedsProps = { id: string; seen: string; studentId: string; status: InvoiceStatus; /** What a credit note is most likely to take off. */ creditable: string; may: { update: boolean; end: boolean; pay: boolean } }

/** What can be done to an invoice as it stands: a draft is issued or discarded, what is owed is paid, credited, made void or written off. */
export function InvoiceDeeds({ id, seen, studentId, status, creditable, may }: InvoiceDeedsProps) {
  const t = useTranslations('invoices')
  const isOpen = status === 'issued' || status === 'partially_paid'
  return (
    <>
      <LinkButton href={`/api/invoices/${id}/pdf`} prefetch={false} target="_blank">{t('deeds.print')}</LinkButton>
      {status === 'draft' && may.update && <DraftDeeds id={id} seen={seen} />}
      {status === 'issued' && may.end && <ReasonDialog key="void" id={id} seen={seen} deed="void" />}
      {isOpen && may.end && <ReasonDialog key="writeOff" id={id} seen={seen} deed="writeOff" />}
      {(isOpen || status === 'paid') && may.end && (
        <FormDialog title={t('deeds.credit')} description={t('deeds.creditHint')} trigger={<Button>{t('deeds.credit')}</Button>}>
          {(done) => (
            <ActionForm schema={creditNoteInput} action={creditInvoiceAction} defaults={{ id, amount: creditable, reason: '', idempotencyKey: crypto.randomUUID() }} onSaved={() => done(t('deeds.credited'))} submit={t('deeds.credit')}>
              <TextField name="amount" label={t('lines.amount')} inputMode="decimal" autoComplete="off" />
              <TextAreaField name="reason" label={t('fields.reason')} />
            </ActionForm>
          )}
        </FormDialog>
      )}
      {isOpen && may.pay && <LinkButton href={`/payments/new?student=${studentId}`} variant="primary">{t('deeds.pay')}</LinkButton>}
    </>
  )
}

function ReasonDialog({ id, seen, deed }: { id: string; seen: string; deed: 'void' | 'writeOff' }) {
  const t = useTranslations('invoices')
  const action = deed === 'void' ? voidInvoiceAction : writeOffInvoiceAction
  return (
    <FormDialog title={t(`deeds.${deed}`)} description={t(`deeds.${deed}Hint`)} trigger={<Button>{t(`deeds.${deed}`)}</Button>}>
      {(done) => (
        <ActionForm schema={invoiceDeedInput} action={action} defaults={{ id, seen, reason: '' }} onSaved={() => done(t(`deeds.${deed}Done`))} submit={t(`deeds.${deed}`)}>
          <TextAreaField name="reason" label={t('fields.reason')} />
        </ActionForm>
      )}
    </FormDialog>
  )
}

function DraftDeeds({ id, seen }: { id: string; seen: string }) {
  const t = useTranslations('invoices')
  const router = useRouter()
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  const run = (deed: 'issue' | 'discard') =>
    startTransition(async () => {
      const result = await (deed === 'issue' ? issueInvoiceAction({ id, seen }) : discardInvoiceAction({ id, seen })).catch(unsent)
      if (!result.ok) return toast({ title: result.message, tone: 'bad' })
      toast({ title: t(`deeds.${deed}Done`) })
      if (deed === 'issue') router.refresh()
      else router.push('/invoices')
    })
  return (
    <>
      <LinkButton href={`/invoices/${id}/edit`}>{t('edit')}</LinkButton>
      <Button disabled={isPending} onClick={() => run('discard')}>{t('deeds.discard')}</Button>
      <Button variant="primary" pending={isPending} disabled={isPending} onClick={() => run('issue')}>{t('deeds.issue')}</Button>
    </>
  )
}
