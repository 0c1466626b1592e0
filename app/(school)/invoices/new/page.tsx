import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { findStudentChoice } from '@/lib/domain/people/student-choice.server'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { daysAfter } from '@/lib/platform/time'
import { StandsOn } from '../../setup/stands-on'
import { InvoiceForm } from '../invoice-form'

export async function generateMetadata() {
  return { title: (await getTranslations('invoices'))('new') }
}

export default async function NewInvoicePage({ searchParams }: PageProps<'/invoices/new'>) {
  const ctx = await requirePage('CREATE_INVOICES')
  const { student } = await searchParams
  const [t, child] = await Promise.all([getTranslations('invoices'), findStudentChoice(ctx, String(student ?? ''))])
  const today = todayIn(ctx.timeZone)
  return (
    <Screen title={t('new')} description={t('newHint')}>
      <StandsOn ctx={ctx} on={['students']}>
        <InvoiceForm child={child} today={today} due={daysAfter(today, 30)} />
      </StandsOn>
    </Screen>
  )
}
