import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { classList, classStatuses } from '@/lib/domain/academics/class'
import { listClasses, listGradeChoices, listYearChoices } from '@/lib/domain/academics/class.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { classColumns } from './class-columns'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('title') }
}

export default async function ClassesPage({ searchParams }: PageProps<'/classes'>) {
  const ctx = await requirePage('READ_CLASSES')
  const query = parseList(classList, await searchParams)
  const [t, page, grades, years] = await Promise.all([getTranslations('classes'), listClasses(ctx, query), listGradeChoices(ctx), listYearChoices(ctx)])
  const filters = [
    ...campusChoices(ctx, t('campus')),
    { name: 'grade', label: t('grade'), options: grades },
    { name: 'year', label: t('year'), options: years },
    { name: 'status', label: t('status'), options: wordChoices(classStatuses, (status) => t(`statuses.${status}`)) },
  ]
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} wide>
      <DataTable caption={t('title')} query={query} page={page} columns={classColumns(t, ctx.campus !== null, ctx.can('READ_ATTENDANCE'))} rowId={({ id }) => id} filters={filters} search={t('search')} empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>} />
    </Screen>
  )
}
