import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { listSessions } from '@/lib/domain/access/account.server'
import { getSession, requirePage } from '@/lib/platform/context.server'
import { PasswordForm } from './password-form'
import { EndOthersButton } from './session-buttons'
import { SessionList } from './session-list'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('tabs.security') }
}

export default async function SecurityPage() {
  const ctx = await requirePage('SIGNED_IN')
  const sessions = await listSessions(ctx, (await getSession())?.familyId ?? '')
  const t = await getTranslations('account')
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('password')}><PasswordForm /></Card>
      <Card title={t('sessions')} flush aside={sessions.length > 1 && <EndOthersButton />}>
        <p className="px-4 pb-3 text-soft">{t('sessionsHint')}</p>
        <SessionList sessions={sessions} />
      </Card>
    </div>
  )
}
