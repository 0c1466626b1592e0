import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices, listYearChoices } from '@/lib/domain/academics/class.server'
import { requirePage } from '@/lib/platform/context.server'
import { StandsOn } from '../../setup/stands-on'
import { ClassForm } from '../class-form'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('new') }
}

export default async function NewClassPage() {
  const ctx = await requirePage('CREATE_CLASSES')
  const [t, grades, years] = await Promise.all([getTranslations('classes'), listGradeChoices(ctx), listYearChoices(ctx)])
  const campuses = ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))
  const place = { campuses, years, campusId: ctx.campus?.id ?? (campuses.length === 1 ? campuses[0]!.value : ''), yearId: years[0]?.value ?? '' }
  return (
    <Screen title={t('new')}>
      <StandsOn ctx={ctx} on={['campuses', 'academicYears', 'grades']}>
        <ClassForm teacher={null} grades={grades} place={place} />
      </StandsOn>
    </Screen>
  )
}
