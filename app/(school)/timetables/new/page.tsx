import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listYearChoices } from '@/lib/domain/academics/class.server'
import { listCopyChoices } from '@/lib/domain/timetable/timetable.server'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { daysAfter, isoWeekdayOf } from '@/lib/platform/time'
import { StandsOn } from '../../setup/stands-on'
import { campusesFirst } from '../campus-options'
import { NewTimetableForm } from '../timetable-form'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('new') }
}

export default async function NewTimetablePage({ searchParams }: PageProps<'/timetables/new'>) {
  const ctx = await requirePage('CREATE_TIMETABLES')
  const { of } = await searchParams
  const [t, years, copies] = await Promise.all([getTranslations('timetables'), listYearChoices(ctx), listCopyChoices(ctx)])
  const [campuses, today] = [campusesFirst(ctx), todayIn(ctx.timeZone)]
  const copied = copies.find(({ value }) => value === of)
  const defaults = {
    name: '', campusId: copied?.campusId ?? (campuses.length === 1 ? campuses[0]!.value : ''), academicYearId: copied?.yearId ?? years[0]?.value ?? '',
    effectiveFrom: daysAfter(today, 8 - isoWeekdayOf(today)), copyOf: copied?.value ?? '',
  }
  return (
    <Screen title={t('new')} description={t('newHint')}>
      <StandsOn ctx={ctx} on={['campuses', 'academicYears', 'bellSchedules']}>
        <NewTimetableForm defaults={defaults} campuses={campuses} years={years} copies={copies} />
      </StandsOn>
    </Screen>
  )
}
