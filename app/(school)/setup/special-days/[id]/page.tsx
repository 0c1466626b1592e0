import { getTranslations } from 'next-intl/server'
import { RemoveButton } from '@/components/record/remove-button'
import { Screen } from '@/components/ui/screen'
import { specialDayInput } from '@/lib/domain/academics/special-day'
import { specialDays } from '@/lib/domain/academics/special-day.server'
import { requirePage } from '@/lib/platform/context.server'
import { gone } from '../../../gone'
import { campusesFirst } from '../../../timetables/campus-options'
import { removeSpecialDayAction, restoreSpecialDayAction } from '../actions'
import { SpecialDayForm } from '../special-day-form'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('specialDays.edit') }
}

export default async function SpecialDayPage({ params }: PageProps<'/setup/special-days/[id]'>) {
  const ctx = await requirePage('UPDATE_ACADEMIC_YEARS')
  const { id, seen, values } = await specialDays.get(ctx, (await params).id).catch(gone)
  const title = String(values.title)
  return (
    <Screen title={title} aside={ctx.can('DELETE_ACADEMIC_YEARS') && <RemoveButton id={id} seen={seen} name={title} remove={removeSpecialDayAction} restore={restoreSpecialDayAction} listHref="/setup/special-days" />}>
      <SpecialDayForm key={seen} row={{ id, seen, values: specialDayInput.parse(values) }} campuses={campusesFirst({ ...ctx, campus: null })} />
    </Screen>
  )
}
