import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { frameList } from '@/lib/domain/development/frame'
import { findFrameTasks, listFrames } from '@/lib/domain/development/frame.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { BeginButton } from './begin-button'
import { FrameTable } from './frame-table'

export async function generateMetadata() {
  return { title: (await getTranslations('frame'))('title') }
}

/** The archive of weekly notes; for whoever writes them, the way to this week's. */
export default async function FramePage({ searchParams }: PageProps<'/frame'>) {
  const ctx = await requirePage('READ_FRAME_ENTRIES')
  const query = parseList(frameList, await searchParams)
  const [t, page, { week }] = await Promise.all([getTranslations('frame'), listFrames(ctx, query), findFrameTasks(ctx)])
  const writes = ctx.can('CREATE_FRAME_ENTRIES')
  const places = ctx.campus ? [ctx.campus] : ctx.campuses
  const begin = places.map(({ id, name }) => <BeginButton key={id} campusId={id} weekOf={week} label={places.length === 1 ? t('write') : t('writeFor', { campus: name })} variant={places.length === 1 ? 'primary' : 'secondary'} />)
  const filters = [...campusChoices(ctx, t('fields.campus')), ...(writes ? [{ name: 'state', label: t('fields.state'), options: wordChoices(['draft', 'published'], (state) => t(`states.${state}`)) }] : [])]
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} description={t('about')} deed={writes && places.length === 1 && begin} aside={writes && places.length > 1 && places.length < 6 && begin} wide>
      <FrameTable view={viewOf(query)} page={page} filters={filters} writes={writes} ofOneCampus={ctx.campus !== null} />
    </Screen>
  )
}
