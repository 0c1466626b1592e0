import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Screen } from '@/components/ui/screen'
import { roleChoices } from '@/lib/domain/access/user.server'
import { requirePage } from '@/lib/platform/context.server'
import { isMailSent, isOutboxOpen } from '@/lib/platform/mail.server'
import { InviteForm } from './invite-form'

export async function generateMetadata() {
  return { title: (await getTranslations('users'))('invite.title') }
}

export default async function InvitePage() {
  const ctx = await requirePage('CREATE_USERS')
  const [t, roles] = await Promise.all([getTranslations('users'), roleChoices(ctx)])
  return (
    <Screen title={t('invite.title')} description={t('invite.description')}>
      {!isMailSent() && (
        <Notice tone={isOutboxOpen() ? 'quiet' : 'warn'} title={t('invite.noMail')} deed={isOutboxOpen() && ctx.can('UPDATE_ORGANIZATIONS') && <LinkButton href="/outbox" size="sm">{t('invite.outbox')}</LinkButton>}>
          {t(isOutboxOpen() ? 'invite.kept' : 'invite.reachesNobody')}
        </Notice>
      )}
      <InviteForm sends={isMailSent()} roles={roles} campuses={ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))} />
    </Screen>
  )
}
