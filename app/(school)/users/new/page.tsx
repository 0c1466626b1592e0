import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { roleChoices } from '@/lib/domain/access/user.server'
import { requirePage } from '@/lib/platform/context.server'
import { InviteForm } from './invite-form'

export async function generateMetadata() {
  return { title: (await getTranslations('users'))('invite.title') }
}

export default async function InvitePage() {
  const ctx = await requirePage('CREATE_USERS')
  const [t, roles] = await Promise.all([getTranslations('users'), roleChoices(ctx)])
  return (
    <Screen title={t('invite.title')} description={t('invite.description')}>
      <InviteForm roles={roles} campuses={ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))} />
    </Screen>
  )
}
