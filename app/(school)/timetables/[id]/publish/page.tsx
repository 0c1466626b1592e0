import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { getCheckList } from '@/lib/domain/timetable/publishing.server'
import { requirePage } from '@/lib/platform/context.server'
import { openTimetable } from '../open-timetable.server'
import { CheckListCard } from './check-list-card'
import { PublishForm } from './publish-form'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('publish.open') }
}

export default async function PublishPage({ params }: PageProps<'/timetables/[id]/publish'>) {
  await requirePage('UPDATE_TIMETABLES')
  const { ctx, row } = await openTimetable((await params).id)
  if (row.status !== 'draft') redirect(`/timetables/${row.id}`)
  const list = await getCheckList(ctx, row)
  const [first] = [row.from, row.today].sort().reverse()
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
      <CheckListCard list={list} />
      <PublishForm id={row.id} seen={row.seen} from={list.replaces.length > 0 ? first! : row.from} last={row.year.end} replaces={list.replaces} isReady={list.lessons > 0 && list.clashes.length === 0} />
    </div>
  )
}
