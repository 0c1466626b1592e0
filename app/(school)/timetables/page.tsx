import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listYearChoices } from '@/lib/domain/academics/class.server'
import { timetableList, timetableStatuses } from '@/lib/domain/timetable/timetable'
import { listTimetables } from '@/lib/domain/timetable/timetable.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { TimetableTable } from './timetable-table'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('title') }
}

export default async function TimetablesPage({ searchParams }: PageProps<'/timetables'>) {
  const ctx = await requirePage('READ_TIMETABLES')
  const query = parseList(timetableList, await searchParams)
  const [t, page, years] = await Promise.all([getTranslations('timetables'), listTimetables(ctx, query), listYearChoices(ctx)])
  const statuses = timetableStatuses.filter((status) => status !== 'draft' || ctx.can('UPDATE_TIMETABLES'))
  const filters = [...campusChoices(ctx, t('campus')), { name: 'year', label: t('fields.year'), options: years }, { name: 'status', label: t('fields.state'), options: wordChoices(statuses, (one) => t(`statuses.${one}`)) }]
  const deed = ctx.can('CREATE_TIMETABLES') && <LinkButton href="/timetables/new" variant="primary">{t('new')}</LinkButton>
  const aside = (
    <>
      {ctx.user.staffId && <LinkButton href="/timetables/mine">{t('mine.title')}</LinkButton>}
      {ctx.role.reach !== 'class' && <LinkButton href="/timetables/overview">{t('overview.open')}</LinkButton>}
    </>
  )
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} aside={aside} deed={deed} wide>
      <TimetableTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} may={{ create: ctx.can('CREATE_TIMETABLES'), remove: ctx.can('DELETE_TIMETABLES') }} deed={deed} />
    </Screen>
  )
}
