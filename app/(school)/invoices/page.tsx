import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { invoiceAges, invoiceList, shownStatuses } from '@/lib/domain/billing/invoice'
import { listInvoices } from '@/lib/domain/billing/invoice-reading.server'
import { discountKinds } from '@/lib/domain/billing/reckoning'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, monthChoice, wordChoices } from '../list-choices'
import { InvoiceTable } from './invoice-table'

export async function generateMetadata() {
  return { title: (await getTranslations('invoices'))('title') }
}

export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const ctx = await requirePage('READ_INVOICES')
  const query = parseList(invoiceList, await searchParams)
  const [t, page, grades] = await Promise.all([getTranslations('invoices'), listInvoices(ctx, query), listGradeChoices(ctx)])
  const filters = [
    ...campusChoices(ctx, t('fields.campus')),
    { name: 'status', label: t('fields.status'), options: wordChoices(shownStatuses, (one) => t(`statuses.${one}`)) },
    { name: 'grade', label: t('fields.grade'), options: grades },
    { name: 'discount', label: t('fields.discount'), options: wordChoices(discountKinds, (one) => t(`kinds.${one}`)) },
    ...monthChoice(t('fields.month'), query.filters.month, ctx.locale),
    ...monthChoice(t('fields.since'), query.filters.since, ctx.locale, 'since'),
    { name: 'age', label: t('age'), options: wordChoices(invoiceAges, (one) => t(`ages.${one}`)) },
  ]
  const deed = ctx.can('CREATE_INVOICES') && <LinkButton href="/invoices/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <InvoiceTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} money={{ currency: ctx.organization.currency, locale: ctx.locale }} may={{ issue: ctx.can('UPDATE_INVOICES'), end: ctx.can('VOID_INVOICES') }} deed={deed} />
    </Screen>
  )
}
