import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { specialDayKinds, specialDayList } from '@/lib/domain/academics/special-day'
import { listSpecialDays } from '@/lib/domain/academics/special-day.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { campusChoices, wordChoices } from '../../list-choices'
import { SpecialDayTable } from './special-day-table'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('specialDays.title') }
}

export default async function SpecialDaysPage({ searchParams }: PageProps<'/setup/special-days'>) {
  const ctx = await requirePage('READ_ACADEMIC_YEARS')
  const query = parseList(specialDayList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('setup'), listSpecialDays(ctx, query)])
  const filters = [...campusChoices(ctx, t('specialDays.campus')), { name: 'kind', label: t('specialDays.kind'), options: wordChoices(specialDayKinds, (one) => t(`specialDays.kinds.${one}`)) }]
  const deed = ctx.can('CREATE_ACADEMIC_YEARS') && <LinkButton href="/setup/special-days/new" variant="primary">{t('specialDays.new')}</LinkButton>
  return (
    <Screen title={t('specialDays.title')} description={t('specialDays.what')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <SpecialDayTable view={viewOf(query)} page={page} filters={filters} may={{ edit: ctx.can('UPDATE_ACADEMIC_YEARS'), remove: ctx.can('DELETE_ACADEMIC_YEARS') }} deed={deed} />
    </Screen>
  )
}
