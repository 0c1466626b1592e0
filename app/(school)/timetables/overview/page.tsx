import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { CampusTheme } from '@/components/ui/campus-theme'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getTimetableOverview } from '@/lib/domain/timetable/overview.server'
import { requirePage } from '@/lib/platform/context.server'
import { CampusPicker } from './campus-picker'
import { OverviewCards } from './overview-cards'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('overview.title') }
}

export default async function TimetableOverviewPage({ searchParams }: PageProps<'/timetables/overview'>) {
  const ctx = await requirePage('READ_TIMETABLES')
  // Who sees own classes only would take the rooms of others for free.
  if (ctx.role.reach === 'class') redirect('/timetables/mine')
  const { campus: asked } = await searchParams
  const campus = ctx.campuses.find(({ id }) => id === asked) ?? ctx.campus ?? ctx.campuses[0]
  const t = await getTranslations('timetables.overview')
  if (!campus) return <Screen title={t('title')}><EmptyState title={t('noTimetable')}>{t('noTimetableText')}</EmptyState></Screen>
  const overview = await getTimetableOverview(ctx, campus)
  return (
    <Screen title={t('title')} description={campus.name} aside={<>{ctx.campuses.length > 1 && <CampusPicker campuses={ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))} campusId={campus.id} />}<LinkButton href="/timetables">{t('list')}</LinkButton></>} wide>
      <CampusTheme colors={campus} />
      {overview.lessons === 0 ? <EmptyState title={t('noTimetable')}>{t('noTimetableText')}</EmptyState> : <OverviewCards overview={overview} mayReadStaff={ctx.can('READ_STAFF')} />}
    </Screen>
  )
}
