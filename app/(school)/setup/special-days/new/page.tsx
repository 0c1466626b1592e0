import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { campusesFirst } from '../../../timetables/campus-options'
import { SpecialDayForm } from '../special-day-form'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('specialDays.new') }
}

export default async function NewSpecialDayPage() {
  const ctx = await requirePage('CREATE_ACADEMIC_YEARS')
  const t = await getTranslations('setup')
  return <Screen title={t('specialDays.new')}><SpecialDayForm campuses={campusesFirst({ ...ctx, campus: null })} /></Screen>
}
