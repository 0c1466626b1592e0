import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CampusTheme } from '@/components/ui/campus-theme'
import { atCampus } from '@/lib/platform/context'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate } from '@/lib/platform/time'
import { DayDashboard } from '../../home/day-dashboard'
import { PlaceHome } from '../../home/place-home'

export async function generateMetadata() {
  return { title: (await getTranslations('home'))('campus') }
}

/** A campus's dashboard in its own theme, whichever campus the switcher says. Whoever may not see its numbers sees what it is. */
export default async function CampusPage({ params, searchParams }: PageProps<'/campuses/[id]'>) {
  const ctx = await requirePage('READ_CAMPUSES')
  const { id } = await params
  const at = atCampus(ctx, id)
  if (!at?.campus) notFound()
  const campusId = ctx.campus?.id === id ? undefined : id
  return (
    <>
      <CampusTheme colors={at.campus} />
      {ctx.can('READ_ATTENDANCE_SUMMARIES') && ctx.role.reach !== 'class' ? (
        <DayDashboard ctx={at} date={plainDate.safeParse((await searchParams).date).data} home={`/campuses/${id}`} campusId={campusId} />
      ) : (
        <PlaceHome ctx={at} />
      )}
    </>
  )
}
