import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { paymentList, paymentMethods, paymentStatuses } from '@/lib/domain/billing/payment'
import { listPayments } from '@/lib/domain/billing/payment-reading.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, monthChoice, wordChoices } from '../list-choices'
import { PaymentTable } from './payment-table'

export async function generateMetadata() {
  return { title: (await getTranslations('payments'))('title') }
}

export default async function PaymentsPage({ searchParams }: PageProps<'/payments'>) {
  const ctx = await requirePage('READ_PAYMENTS')
  const query = parseList(paymentList, await searchParams)
  const [t, page, grades] = await Promise.all([getTranslations('payments'), listPayments(ctx, query), listGradeChoices(ctx)])
  const filters = [
    ...campusChoices(ctx, t('fields.campus')),
    { name: 'method', label: t('fields.method'), options: wordChoices(paymentMethods, (one) => t(`methods.${one}`)) },
    { name: 'grade', label: t('fields.grade'), options: grades },
    ...monthChoice(t('fields.month'), query.filters.month, ctx.locale),
    ...(query.filters.lately ? [{ name: 'lately', label: t('fields.lately'), options: [{ value: '30', label: t('lately') }] }] : []),
    { name: 'status', label: t('fields.status'), options: wordChoices(paymentStatuses, (one) => t(`statuses.${one}`)) },
  ]
  const deed = ctx.can('RECORD_PAYMENTS') && <LinkButton href="/payments/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <PaymentTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} money={{ currency: ctx.organization.currency, locale: ctx.locale }} deed={deed} />
    </Screen>
  )
}
