import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { DataTable } from '@/components/table/data-table'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { studentList, studentStatuses } from '@/lib/domain/people/student'
import { listStudents } from '@/lib/domain/people/student.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { studentColumns } from './student-columns'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('title') }
}

export default async function StudentsPage({ searchParams }: PageProps<'/students'>) {
  const ctx = await requirePage('READ_STUDENTS')
  const query = parseList(studentList, await searchParams)
  const [t, page, grades] = await Promise.all([getTranslations('students'), listStudents(ctx, query), listGradeChoices(ctx)])
  const filters = [
    ...campusChoices(ctx, t('campus')),
    { name: 'grade', label: t('grade'), options: grades },
    { name: 'status', label: t('status'), options: wordChoices(studentStatuses, (status) => t(`statuses.${status}`)) },
  ]
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} wide>
      <DataTable caption={t('title')} query={query} page={page} columns={studentColumns(t, ctx.campus !== null)} rowId={({ id }) => id} filters={filters} search={t('search')} empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>} />
    </Screen>
  )
}
