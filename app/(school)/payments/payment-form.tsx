'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { DateField } from '@/components/form/date-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { useDay } from '@/components/ui/day'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { paymentForm, recordedMethods, spread, type PaymentForm as Values } from '@/lib/domain/billing/payment'
import type { OpenInvoice } from '@/lib/domain/billing/payment-reading.server'
import { decimalOf, parseMoney, shownMoney, sumOf } from '@/lib/platform/money'
import type { Money } from '../invoices/invoice-columns'
import { recordPaymentAction } from './actions'
import { ProofField } from './proof-field'
import { leaveProof } from './proof-waiting'

type PaymentFormProps = { studentId: string; open: readonly OpenInvoice[]; today: string; money: Money }

const chosenOf = (open: readonly OpenInvoice[], chosen: Values['chosen']) => open.filter(({ id }) => chosen[id])

/** A payment on one screen: what is owed is listed with the oldest chosen, and the amount goes to what is chosen in that order. */
export function PaymentForm({ studentId, open, today, money }: PaymentFormProps) {
  const t = useTranslations('payments')
  const router = useRouter()
  const [proof, setProof] = useState<readonly File[]>([])
  const [oldest] = open
  const defaults: Values = { studentId, amount: oldest ? decimalOf(oldest.balance) : '', method: 'cash', paidOn: today, reference: '', notes: '', chosen: Object.fromEntries(open.map(({ id }) => [id, id === oldest?.id])), keepCredit: false }
  const record = async ({ chosen, ...values }: Values & { idempotencyKey?: string }) => {
    const result = await recordPaymentAction({ ...values, idempotencyKey: values.idempotencyKey ?? '', allocations: spread(parseMoney(values.amount) ?? 0, chosenOf(open, chosen)).map(({ invoiceId, amount }) => ({ invoiceId, amount: decimalOf(amount) })) })
    // Somebody else was faster: what is owed now is shown beneath what went wrong.
    if (!result.ok && result.code === 'conflict') router.refresh()
    return result
  }
  const saved = ({ id, receipt }: { id: string; receipt: string }) => {
    toast({ title: t('recorded', { receipt }) })
    leaveProof(id, proof)
    router.push(`/payments/${id}`)
  }
  return (
    <ActionForm schema={paymentForm} action={record} defaults={defaults} onSaved={saved} submit={t('record')} once aside={<LinkButton href="/payments" variant="quiet">{t('cancel')}</LinkButton>}>
      <OpenRows open={open} money={money} />
      <div className="flex flex-wrap gap-4">
        <TextField name="amount" label={t('fields.amount')} inputMode="decimal" autoComplete="off" />
        <SelectField name="method" label={t('fields.method')} options={recordedMethods.map((value) => ({ value, label: t(`methods.${value}`) }))} />
        <DateField name="paidOn" label={t('fields.paidOn')} max={today} />
      </div>
      <TextField name="reference" label={t('fields.reference')} autoComplete="off" optional />
      <ProofField files={proof} onChange={setProof} />
      <CheckField name="keepCredit" label={t('keepCredit')} hint={t('keepCreditHint')} />
      <TextAreaField name="notes" label={t('fields.notes')} optional />
    </ActionForm>
  )
}

function OpenRows({ open, money: { currency, locale } }: { open: readonly OpenInvoice[]; money: Money }) {
  const t = useTranslations('payments')
  const { getValues, setValue } = useFormContext<Values>()
  const day = useDay()
  const chosen = useWatch<Values, 'chosen'>({ name: 'chosen' })
  const sum = sumOf(chosenOf(open, chosen).map(({ balance }) => balance))
  const take = (minor: number) => setValue('amount', minor === 0 ? '' : decimalOf(minor), { shouldDirty: true, shouldValidate: minor > 0 })
  // The amount goes along with what is chosen for as long as nobody has written another one.
  const before = useRef(sum)
  useEffect(() => {
    if (before.current !== sum && (parseMoney(getValues('amount')) ?? 0) === before.current) take(sum)
    before.current = sum
  })
  if (open.length === 0) return <p className="rounded-lg border border-line p-4 text-soft">{t('nothingOpen')}</p>
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 rounded-lg border border-line p-4">
      <legend className="px-1 text-sm font-semibold">{t('open')}</legend>
      {open.map(({ id, number, student, dueDate, balance }) => (
        <CheckField key={id} name={`chosen.${id}`} label={`${number} · ${student} · ${shownMoney(balance, currency, locale)}`} hint={t('due', { date: day(dueDate) })} />
      ))}
      <Button className="self-start" onClick={() => take(sum)}>{t('takeChosen', { amount: shownMoney(sum, currency, locale) })}</Button>
    </fieldset>
  )
}
