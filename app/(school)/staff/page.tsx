import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { staffList, staffStatuses, staffTypes } from '@/lib/domain/people/staff'
import { listStaff } from '@/lib/domain/people/staff.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { BeginDeeds } from '../begin-deeds'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { StaffTable } from './staff-table'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('title') }
}

export default async function StaffPage({ searchParams }: PageProps<'/staff'>) {
  const ctx = await requirePage('READ_STAFF')
  const query = parseList(staffList, await searchParams)
  const [t, over, page] = await Promise.all([getTranslations('staff'), getTranslations('overviews'), listStaff(ctx, query)])
  const filters = [
    ...campusChoices(ctx, t('campus')),
    { name: 'type', label: t('type'), options: wordChoices(staffTypes, (type) => t(`types.${type}`)) },
    { name: 'status', label: t('status'), options: wordChoices(staffStatuses, (status) => t(`statuses.${status}`)) },
  ]
  const deed = ctx.can('CREATE_STAFF') && <LinkButton href="/staff/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} aside={<LinkButton href="/staff/overview">{over('open')}</LinkButton>} deed={deed} wide>
      <StaffTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} may={{ edit: ctx.can('UPDATE_STAFF'), remove: ctx.can('DELETE_STAFF') }} deed={<BeginDeeds ctx={ctx}>{deed}</BeginDeeds>} />
    </Screen>
  )
}
