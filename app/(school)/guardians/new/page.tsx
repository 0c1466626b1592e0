import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { findStudentChoice } from '@/lib/domain/people/student-choice.server'
import { requirePage } from '@/lib/platform/context.server'
import { StandsOn } from '../../setup/stands-on'
import { GuardianForm } from '../guardian-form'

export async function generateMetadata() {
  return { title: (await getTranslations('guardians'))('new') }
}

export default async function NewGuardianPage({ searchParams }: PageProps<'/guardians/new'>) {
  const ctx = await requirePage('CREATE_GUARDIANS')
  const { student } = await searchParams
  const [t, child] = await Promise.all([getTranslations('guardians'), findStudentChoice(ctx, String(student ?? ''))])
  return (
    <Screen title={t('new')}>
      <StandsOn ctx={ctx} on={['students']}>
        <GuardianForm child={child} />
      </StandsOn>
    </Screen>
  )
}
