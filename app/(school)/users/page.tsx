import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { userList, userStatuses } from '@/lib/domain/access/user'
import { listUsers, roleChoices } from '@/lib/domain/access/user.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { UnsentCard } from './unsent-card'
import { UserTable } from './user-table'

export async function generateMetadata() {
  return { title: (await getTranslations('users'))('title') }
}

export default async function UsersPage({ searchParams }: PageProps<'/users'>) {
  const ctx = await requirePage('READ_USERS')
  const query = parseList(userList, await searchParams)
  const [t, page, roles] = await Promise.all([getTranslations('users'), listUsers(ctx, query), roleChoices(ctx)])
  const filters = [
    ...campusChoices(ctx, t('fields.campuses')),
    { name: 'role', label: t('fields.role'), options: roles },
    { name: 'status', label: t('fields.status'), options: wordChoices(userStatuses, (one) => t(`statuses.${one}`)) },
    { name: 'seen', label: t('fields.seen'), options: wordChoices(['week', 'longer', 'never'], (one) => t(`seen.${one}`)) },
    { name: 'factor', label: t('fields.factor'), options: wordChoices(['on', 'off'], (one) => t(`factor.${one}`)) },
  ]
  const deed = ctx.can('CREATE_USERS') && <LinkButton href="/users/new" variant="primary">{t('invite.label')}</LinkButton>
  const aside = ctx.can('READ_ROLES') && <LinkButton href="/roles" variant="quiet">{t('roles')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} deed={deed} aside={aside} wide>
      {ctx.can('CREATE_USERS') && <UnsentCard ctx={ctx} />}
      <UserTable view={viewOf(query)} page={page} filters={filters} deed={deed} />
    </Screen>
  )
}
