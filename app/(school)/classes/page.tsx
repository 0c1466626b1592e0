import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { classList, classStatuses } from '@/lib/domain/academics/class'
import { listLaterYears } from '@/lib/domain/academics/carry-over-preview.server'
import { listClasses, listGradeChoices, listYearChoices } from '@/lib/domain/academics/class.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { BeginDeeds } from '../begin-deeds'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { ClassTable } from './class-table'
import { YearTurnNotice } from './year-turn'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('title') }
}

export default async function ClassesPage({ searchParams }: PageProps<'/classes'>) {
  const ctx = await requirePage('READ_CLASSES')
  const query = parseList(classList, await searchParams)
  const mayCarry = ctx.can('CREATE_CLASSES')
  const [t, over, page, grades, years, later] = await Promise.all([getTranslations('classes'), getTranslations('overviews'), listClasses(ctx, query), listGradeChoices(ctx), listYearChoices(ctx), mayCarry ? listLaterYears(ctx, query.filters.year) : []])
  const filters = [
    ...campusChoices(ctx, t('campus')),
    { name: 'grade', label: t('grade'), options: grades },
    { name: 'year', label: t('year'), options: years, none: t('thisYear') },
    { name: 'status', label: t('status'), options: wordChoices(classStatuses, (status) => t(`statuses.${status}`)) },
  ]
  const carrying = mayCarry ? { years: later, mayMove: ctx.can('CREATE_ENROLLMENTS') && ctx.can('UPDATE_ENROLLMENTS'), mayAddYear: ctx.can('CREATE_ACADEMIC_YEARS') } : null
  const deed = mayCarry && <LinkButton href="/classes/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} aside={<LinkButton href="/classes/overview">{over('open')}</LinkButton>} deed={deed} wide>
      <YearTurnNotice ctx={ctx} isInList />
      <ClassTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} canReadRegisters={ctx.can('READ_ATTENDANCE')} may={{ edit: ctx.can('UPDATE_CLASSES'), remove: ctx.can('DELETE_CLASSES') }} carrying={carrying} deed={<BeginDeeds ctx={ctx}>{deed}</BeginDeeds>} />
    </Screen>
  )
}
