import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { studentList, studentStatuses } from '@/lib/domain/people/student'
import { listStudents } from '@/lib/domain/people/student.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { BeginDeeds } from '../begin-deeds'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { StudentTable } from './student-table'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('title') }
}

export default async function StudentsPage({ searchParams }: PageProps<'/students'>) {
  const ctx = await requirePage('READ_STUDENTS')
  const query = parseList(studentList, await searchParams)
  const [t, over, page, grades] = await Promise.all([getTranslations('students'), getTranslations('overviews'), listStudents(ctx, query), listGradeChoices(ctx)])
  const filters = [
    ...campusChoices(ctx, t('campus')),
    { name: 'grade', label: t('grade'), options: grades },
    { name: 'status', label: t('status'), options: wordChoices(studentStatuses, (status) => t(`statuses.${status}`)) },
  ]
  const deed = ctx.can('CREATE_STUDENTS') && <LinkButton href="/students/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} aside={<LinkButton href="/students/overview">{over('open')}</LinkButton>} deed={deed} wide>
      <StudentTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} may={{ edit: ctx.can('UPDATE_STUDENTS'), remove: ctx.can('DELETE_STUDENTS') }} deed={<BeginDeeds ctx={ctx}>{deed}</BeginDeeds>} />
    </Screen>
  )
}
