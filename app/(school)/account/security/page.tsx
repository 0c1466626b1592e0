import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { listSessions } from '@/lib/domain/access/account.server'
import { getSession, requirePage } from '@/lib/platform/context.server'
import { PasswordForm } from './password-form'
import { EndOthersButton, EndSessionButton } from './session-buttons'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('tabs.security') }
}

export default async function SecurityPage() {
  const ctx = await requirePage('SIGNED_IN')
  const sessions = await listSessions(ctx, (await getSession())?.familyId ?? '')
  const [t, format] = await Promise.all([getTranslations('account'), getFormatter()])
  const said = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('password')}><PasswordForm /></Card>
      <Card title={t('sessions')} flush aside={sessions.length > 1 && <EndOthersButton />}>
        <p className="px-4 pb-3 text-soft">{t('sessionsHint')}</p>
        <ul>
          {sessions.map(({ familyId, browser, system, address, firstUse, lastUse, isHere }) => {
            const name = browser ? t('device', { browser, system: system ?? t('unknownSystem') }) : t('unknownDevice')
            return (
              <li key={familyId} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2">
                <div className="min-w-0 flex-1 basis-60">
                  <p className="flex flex-wrap items-center gap-2 font-medium">{name}{isHere && <Status tone="ok">{t('here')}</Status>}</p>
                  <p className="text-sm text-soft">{[address, t('used', { first: said(firstUse), last: said(lastUse) })].filter(Boolean).join(' · ')}</p>
                </div>
                {!isHere && <EndSessionButton familyId={familyId} name={name} />}
              </li>
            )
          })}
        </ul>
      </Card>
    </div>
  )
}
