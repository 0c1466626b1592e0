'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useTransition } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { moneyMethods, refundInput, reversalInput, spread } from '@/lib/domain/billing/payment'
import type { OpenInvoice } from '@/lib/domain/billing/payment-reading.server'
import { decimalOf } from '@/lib/platform/money'
import { refundPaymentAction, reversePaymentAction, settleByCreditAction } from './actions'

type PaymentDeedsProps = { id: string; /** What was not given back yet. */ left: string; credit: number; open: readonly OpenInvoice[]; reverses: boolean; refunds: boolean }

/** What can be done to a payment: its credit settles what is open, it is refunded, or reversed as if it had never come. */
export function PaymentDeeds({ id, left, credit, open, reverses, refunds }: PaymentDeedsProps) {
  const t = useTranslations('payments')
  return (
    <>
      <LinkButton href={`/api/payments/${id}/receipt`} prefetch={false} target="_blank">{t('deeds.print')}</LinkButton>
      {reverses && (
        <FormDialog title={t('deeds.reverse')} description={t('deeds.reverseHint')} trigger={<Button>{t('deeds.reverse')}</Button>}>
          {(done) => (
            <ActionForm schema={reversalInput} action={reversePaymentAction} defaults={{ id, reason: '', idempotencyKey: crypto.randomUUID() }} onSaved={() => done(t('deeds.reversed'))} submit={t('deeds.reverse')}>
              <TextAreaField name="reason" label={t('fields.reason')} />
            </ActionForm>
          )}
        </FormDialog>
      )}
      {refunds && (
        <FormDialog title={t('deeds.refund')} description={t('deeds.refundHint')} trigger={<Button>{t('deeds.refund')}</Button>}>
          {(done) => (
            <ActionForm schema={refundInput} action={refundPaymentAction} defaults={{ id, amount: left, method: 'cash', reason: '', idempotencyKey: crypto.randomUUID() }} onSaved={() => done(t('deeds.refunded'))} submit={t('deeds.refund')}>
              <TextField name="amount" label={t('fields.amount')} inputMode="decimal" autoComplete="off" />
              <SelectField name="method" label={t('fields.method')} options={moneyMethods.map((value) => ({ value, label: t(`methods.${value}`) }))} />
              <TextAreaField name="reason" label={t('fields.reason')} />
            </ActionForm>
          )}
        </FormDialog>
      )}
      {credit > 0 && open.length > 0 && <SettleButton id={id} credit={credit} open={open} />}
    </>
  )
}

/** The credit goes to what is open, the oldest first. */
function SettleButton({ id, credit, open }: { id: string; credit: number; open: readonly OpenInvoice[] }) {
  const t = useTranslations('payments')
  const router = useRouter()
  const unsent = useUnsent()
  const key = useRef<string>(undefined)
  const [isPending, startTransition] = useTransition()
  const settle = () =>
    startTransition(async () => {
      key.current ??= crypto.randomUUID()
      const allocations = spread(credit, open).map(({ invoiceId, amount }) => ({ invoiceId, amount: decimalOf(amount) }))
      const result = await settleByCreditAction({ id, allocations, idempotencyKey: key.current }).catch(unsent)
      if (!result.ok) return toast({ title: result.message, tone: 'bad' })
      key.current = undefined
      toast({ title: t('deeds.settled') })
      router.refresh()
    })
  return <Button variant="primary" pending={isPending} disabled={isPending} onClick={settle}>{t('deeds.settle')}</Button>
}
