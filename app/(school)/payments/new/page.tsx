import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listOpenInvoices } from '@/lib/domain/billing/payment-reading.server'
import { findStudentChoice } from '@/lib/domain/people/student-choice.server'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { StandsOn } from '../../setup/stands-on'
import { PaymentForm } from '../payment-form'
import { StudentFinder } from '../student-finder'

export async function generateMetadata() {
  return { title: (await getTranslations('payments'))('new') }
}

/** First whose account it is, then what is owed there with the oldest chosen. */
export default async function NewPaymentPage({ searchParams }: PageProps<'/payments/new'>) {
  const ctx = await requirePage('RECORD_PAYMENTS')
  const { student } = await searchParams
  const [t, child] = await Promise.all([getTranslations('payments'), findStudentChoice(ctx, String(student ?? ''))])
  const open = child ? await listOpenInvoices(ctx, child.value) : []
  return (
    <Screen title={t('new')} description={child ? `${child.label} · ${child.hint}` : t('findHint')}>
      <StandsOn ctx={ctx} on={['students']}>
        <div className="flex max-w-2xl flex-col gap-6">
          <StudentFinder key={child?.value} child={child} />
          {child && <PaymentForm key={`of ${child.value}`} studentId={child.value} open={open} today={todayIn(child.timeZone)} money={{ currency: ctx.organization.currency, locale: ctx.locale }} />}
        </div>
      </StandsOn>
    </Screen>
  )
}
