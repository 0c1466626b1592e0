import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Facts } from '@/components/record/facts'
import { undoesWord, undoneByWord } from '@/lib/domain/billing/payment'
import { paymentFiles } from '@/lib/domain/billing/payment-files.server'
import { listFiles } from '@/lib/domain/files/public.server'
import { shownMoney } from '@/lib/platform/money'
import { openPayment } from './open-payment.server'
import { ProofCard } from './proof-card'
import { PutCard } from './put-card'

export default async function PaymentPage({ params }: PageProps<'/payments/[id]'>) {
  const { ctx, row } = await openPayment((await params).id)
  const [t, proof] = [await getTranslations('payments'), await listFiles(ctx, { owner: paymentFiles, id: row.id })]
  const money = (minor: number) => shownMoney(minor, ctx.organization.currency, ctx.locale)
  const other = (payment: { id: string; receipt: string } | null) => payment && <Link href={`/payments/${payment.id}`} className="hover:underline">{payment.receipt}</Link>
  return (
    <>
      <PutCard row={row} money={money} mayOpen={ctx.can('READ_INVOICES')} />
      <Facts
        facts={[
          { label: t('fields.method'), value: t(`methods.${row.method}`) }, { label: t('fields.reference'), value: row.reference }, { label: t('fields.receivedBy'), value: row.receivedBy }, { label: t('fields.campus'), value: row.campusName },
          { label: t(undoesWord(row.reverses)), value: other(row.undoes) }, ...row.undoneBy.map((one) => ({ label: t(undoneByWord(row.status)), value: other(one) })), { label: t('fields.notes'), value: row.notes },
        ].filter(({ value }) => value)}
      />
      <ProofCard paymentId={row.id} proof={proof} adds={ctx.can(paymentFiles.write)} />
    </>
  )
}
