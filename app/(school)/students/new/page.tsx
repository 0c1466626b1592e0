import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { StandsOn } from '../../setup/stands-on'
import { AdmissionForm } from '../admission-form'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('new') }
}

export default async function NewStudentPage() {
  const ctx = await requirePage('CREATE_STUDENTS')
  const t = await getTranslations('students')
  const campuses = ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))
  const campusId = ctx.campus?.id ?? (campuses.length === 1 ? campuses[0]!.value : '')
  return (
    <Screen title={t('new')} description={t('admit.description')}>
      <StandsOn ctx={ctx} on={['campuses']}>
        <AdmissionForm campuses={campuses} campusId={campusId} today={todayIn(ctx.timeZone)} may={{ guardians: ctx.can('CREATE_GUARDIANS'), classes: ctx.can('CREATE_ENROLLMENTS') }} />
      </StandsOn>
    </Screen>
  )
}
