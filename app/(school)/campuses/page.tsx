import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { campusList } from '@/lib/domain/people/campus'
import { listCampuses } from '@/lib/domain/people/campus.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { wordChoices } from '../list-choices'
import { CampusTable } from './campus-table'

export async function generateMetadata() {
  return { title: (await getTranslations('campuses'))('title') }
}

export default async function CampusesPage({ searchParams }: PageProps<'/campuses'>) {
  const ctx = await requirePage('READ_CAMPUSES')
  const query = parseList(campusList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('campuses'), listCampuses(ctx, query)])
  const filters = [{ name: 'state', label: t('state'), options: wordChoices(['active', 'inactive'], (state) => t(`states.${state}`)) }]
  const deed = ctx.can('CREATE_CAMPUSES') && <LinkButton href="/campuses/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <CampusTable view={viewOf(query)} page={page} filters={filters} may={{ edit: ctx.can('UPDATE_CAMPUSES'), remove: ctx.can('DELETE_CAMPUSES') }} deed={deed} />
    </Screen>
  )
}
