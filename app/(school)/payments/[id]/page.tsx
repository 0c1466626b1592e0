import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { FileList } from '@/components/files/file-list'
import { Facts } from '@/components/record/facts'
import { Card } from '@/components/ui/card'
import { paymentFiles } from '@/lib/domain/billing/payment-files.server'
import { listFiles } from '@/lib/domain/files/public.server'
import { shownMoney } from '@/lib/platform/money'
import { removeFileAction, restoreFileAction } from '../../files/actions'
import { ProofDrop } from '../proof-drop'
import { openPayment } from './open-payment.server'

export async function generateMetadata({ params }: PageProps<'/payments/[id]'>) {
  return { title: (await openPayment((await params).id)).row.receipt }
}

export default async function PaymentPage({ params }: PageProps<'/payments/[id]'>) {
  const { ctx, row } = await openPayment((await params).id)
  const [t, proof] = [await getTranslations('payments'), await listFiles(ctx, { owner: paymentFiles, id: row.id })]
  const adds = ctx.can(paymentFiles.write)
  const money = (minor: number) => shownMoney(minor, ctx.organization.currency, ctx.locale)
  const other = (payment: { id: string; receipt: string } | null) => payment && <Link href={`/payments/${payment.id}`} className="hover:underline">{payment.receipt}</Link>
  return (
    <>
      <Card title={t('putTo')}>
        <ul className="text-sm">
          {row.put.map(({ invoiceId, number, amount }, at) => (
            <li key={at} className="flex justify-between gap-4 border-b border-line py-2">
              {ctx.can('READ_INVOICES') ? <Link href={`/invoices/${invoiceId}`} className="hover:underline">{number}</Link> : number}
              <span className="tabular-nums">{money(amount)}</span>
            </li>
          ))}
          <li className="flex justify-between gap-4 py-2 font-semibold"><span>{t('credit')}</span><span className="tabular-nums">{money(row.credit)}</span></li>
        </ul>
      </Card>
      <Facts
        facts={[
          { label: t('fields.method'), value: t(`methods.${row.method}`) }, { label: t('fields.reference'), value: row.reference }, { label: t('fields.receivedBy'), value: row.receivedBy }, { label: t('fields.campus'), value: row.campusName },
          { label: t('undoes'), value: other(row.undoes) }, { label: t('undoneBy'), value: other(row.undoneBy) }, { label: t('fields.notes'), value: row.notes },
        ].filter(({ value }) => value)}
      />
      <Card title={t('proof.title')}>
        <div className="flex flex-col gap-3">
          {proof.length > 0 ? <FileList files={proof} deeds={adds ? { remove: removeFileAction, restore: restoreFileAction } : undefined} /> : <p className="text-soft">{t('proof.none')}</p>}
          {adds && <ProofDrop paymentId={row.id} />}
        </div>
      </Card>
    </>
  )
}
