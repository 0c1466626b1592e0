import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { StandsOn } from '../../setup/stands-on'
import { StaffForm } from '../staff-form'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('new') }
}

export default async function NewStaffPage() {
  const ctx = await requirePage('CREATE_STAFF')
  const t = await getTranslations('staff')
  const campuses = ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Screen title={t('new')}>
      <StandsOn ctx={ctx} on={['campuses']}>
        <StaffForm campuses={campuses} campusId={ctx.campus?.id ?? (campuses.length === 1 ? campuses[0]!.value : '')} />
      </StandsOn>
    </Screen>
  )
}
