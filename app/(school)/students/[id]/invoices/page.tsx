import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { getStatement } from '@/lib/domain/billing/statement.server'
import { requirePage } from '@/lib/platform/context.server'
import { openStudent } from '../open-student.server'
import { StatementCard } from './statement-card'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.invoices') }
}

/** The family's account: what was issued and what was paid, by date, with the balance after each. */
export default async function StudentInvoicesPage({ params }: PageProps<'/students/[id]/invoices'>) {
  const ctx = await requirePage('READ_INVOICES')
  const { row } = await openStudent((await params).id)
  const [t, statement] = await Promise.all([getTranslations('billing.statement'), getStatement(ctx, row.id)])
  const deeds = (
    <div className="flex flex-wrap gap-2">
      {ctx.can('RECORD_PAYMENTS') && <LinkButton href={`/payments/new?student=${row.id}`} variant="primary">{t('pay')}</LinkButton>}
      {ctx.can('CREATE_INVOICES') && <LinkButton href={`/invoices/new?student=${row.id}`}>{t('invoice')}</LinkButton>}
      {statement.lines.length > 0 && <LinkButton href={`/api/students/${row.id}/statement`} prefetch={false} target="_blank">{t('print')}</LinkButton>}
    </div>
  )
  if (statement.lines.length === 0) return <EmptyState title={t('empty')} deed={deeds}>{t('emptyHint')}</EmptyState>
  return (
    <>
      {deeds}
      <StatementCard statement={statement} money={{ currency: ctx.organization.currency, locale: ctx.locale }} mayOpenPayments={ctx.can('READ_PAYMENTS')} />
    </>
  )
}
