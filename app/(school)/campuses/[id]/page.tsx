import { Pencil } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { CampusTheme } from '@/components/ui/campus-theme'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { atCampus } from '@/lib/platform/context'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate } from '@/lib/platform/time'
import { DayDashboard } from '../../home/day-dashboard'
import { PlaceHome } from '../../home/place-home'
import { openCampus } from './open-campus.server'

/** A campus's dashboard in its own theme, whichever campus the switcher says. Whoever may not see its numbers sees what it is; an inactive one says that it is. */
export default async function CampusPage({ params, searchParams }: PageProps<'/campuses/[id]'>) {
  const ctx = await requirePage('READ_CAMPUSES')
  const [{ id }, t] = await Promise.all([params, getTranslations('campuses')])
  const at = atCampus(ctx, id)
  const edit = ctx.can('UPDATE_CAMPUSES') && <LinkButton href={`/campuses/${id}/edit`}><Pencil aria-hidden />{t('edit')}</LinkButton>
  if (!at?.campus) {
    const { row } = await openCampus(id)
    return <Screen title={String(row.values.name)}><EmptyState title={t('inactive')} deed={edit}>{t('inactiveHint')}</EmptyState></Screen>
  }
  return (
    <>
      <CampusTheme colors={at.campus} />
      {ctx.can('READ_ATTENDANCE_SUMMARIES') && ctx.role.reach !== 'class' ? (
        <DayDashboard ctx={at} date={plainDate.safeParse((await searchParams).date).data} home={`/campuses/${id}`} campusId={ctx.campus?.id === id ? undefined : id} />
      ) : (
        <PlaceHome ctx={at} />
      )}
      {edit && <div className="screen mx-auto w-full pb-6">{edit}</div>}
    </>
  )
}
