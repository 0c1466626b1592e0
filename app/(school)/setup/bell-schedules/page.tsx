import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { bellScheduleList } from '@/lib/domain/timetable/bell-schedule'
import { listBellSchedules } from '@/lib/domain/timetable/bell-schedule.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { campusChoices } from '../../list-choices'
import { BellScheduleTable } from './bell-schedule-table'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('bells.title') }
}

export default async function BellSchedulesPage({ searchParams }: PageProps<'/setup/bell-schedules'>) {
  const ctx = await requirePage('READ_TIMETABLES')
  const query = parseList(bellScheduleList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('timetables'), listBellSchedules(ctx, query)])
  const deed = ctx.can('CREATE_TIMETABLES') && <LinkButton href="/setup/bell-schedules/new" variant="primary">{t('bells.new')}</LinkButton>
  return (
    <Screen title={t('bells.title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <BellScheduleTable view={viewOf(query)} page={page} filters={campusChoices(ctx, t('campus'))} ofOneCampus={ctx.campus !== null} may={{ edit: ctx.can('UPDATE_TIMETABLES'), remove: ctx.can('DELETE_TIMETABLES') }} deed={deed} />
    </Screen>
  )
}
