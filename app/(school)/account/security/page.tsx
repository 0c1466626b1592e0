import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { listSessions } from '@/lib/domain/access/account.server'
import { lacksFactor } from '@/lib/platform/context-record.server'
import { getSession, requirePage } from '@/lib/platform/context.server'
import { FactorCard } from './factor-card'
import { PasswordForm } from './password-form'
import { EndOthersButton } from './session-buttons'
import { SessionList } from './session-list'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('tabs.security') }
}

export default async function SecurityPage() {
  const ctx = await requirePage('SIGNED_IN')
  const session = await getSession()
  const sessions = await listSessions(ctx, session?.familyId ?? '')
  const t = await getTranslations('account')
  return (
    <div className="flex flex-col gap-4">
      <FactorCard ctx={ctx} isMissing={session !== null && lacksFactor(session.record)} />
      <Card title={t('password')}><PasswordForm /></Card>
      <Card title={t('sessions')} flush aside={sessions.length > 1 && <EndOthersButton />}>
        <p className="px-4 pb-3 text-soft">{t('sessionsHint')}</p>
        <SessionList sessions={sessions} />
      </Card>
    </div>
  )
}
