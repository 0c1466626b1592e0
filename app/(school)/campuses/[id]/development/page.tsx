import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CampusHero } from '@/components/dashboard/campus-hero'
import { Dashboard } from '@/components/dashboard/dashboard'
import { CampusTheme } from '@/components/ui/campus-theme'
import { getCampusDevelopment } from '@/lib/domain/development/campus-development.server'
import { atCampus } from '@/lib/platform/context'
import { requirePage } from '@/lib/platform/context.server'
import { ZoneTrends } from '../../../zones/zone-trends'
import { ModuleCards } from './module-cards'
import { WeekCharts } from './week-charts'
import { WeekTable } from './week-table'

export async function generateMetadata() {
  return { title: (await getTranslations('development'))('title') }
}

/** How a campus's development goes: each module's answer first, then its weeks; every number leads to its rows. */
export default async function CampusDevelopmentPage({ params }: PageProps<'/campuses/[id]/development'>) {
  const ctx = await requirePage('READ_QUIZ_RESULTS')
  const at = atCampus(ctx, (await params).id)
  if (!at?.campus) notFound()
  const campus = at.campus
  const [t, development] = await Promise.all([getTranslations('development'), getCampusDevelopment({ ...at, campus })])
  return (
    <>
      <CampusTheme colors={campus} />
      <Dashboard hero={<CampusHero slim title={t('titleOf', { campus: campus.name })} mascots={campus.mascot ? [campus.mascot] : []} line={t('line', { weeks: development.weeks.length })} deed={{ href: `/campuses/${campus.id}`, label: t('back') }} />}>
        <ModuleCards development={development} campusId={campus.id} />
        <WeekCharts weeks={development.weeks} />
        <WeekTable weeks={development.weeks} campusId={campus.id} can={ctx.can} />
        {ctx.can('READ_WELLBEING_TRENDS') && <ZoneTrends ctx={{ ...at, campuses: [campus] }} />}
      </Dashboard>
    </>
  )
}
