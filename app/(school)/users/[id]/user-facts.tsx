import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { listSessionsOf } from '@/lib/domain/access/account.server'
import type { MailState } from '@/lib/domain/access/mail'
import { listMailsOf, type UserRecord } from '@/lib/domain/access/user.server'
import type { Ctx } from '@/lib/platform/context'

const tones = { sent: 'ok', kept: 'ok', waiting: 'quiet', failed: 'bad', stopped: 'quiet', held: 'quiet', lapsed: 'warn' } as const satisfies Record<MailState, string>
const isState = (state: string): state is MailState => state in tones

/** Where somebody is signed in, and what was sent to them. */
export async function UserFacts({ ctx, row }: { ctx: Ctx; row: UserRecord }) {
  const mayLook = ctx.can('UPDATE_USERS')
  const [t, account, format, sessions, mails] = await Promise.all([getTranslations('users'), getTranslations('account'), getFormatter(), mayLook ? listSessionsOf(row.id) : [], listMailsOf(ctx, row.id)])
  const said = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {mayLook && (
        <Card title={t('sessions')} flush>
          {sessions.length === 0 && <p className="px-4 pb-4 text-soft">{t('noSessions')}</p>}
          <ul>
            {sessions.map(({ familyId, browser, system, address, lastUse }) => (
              <li key={familyId} className="border-t border-line px-4 py-2">
                <p className="font-medium">{browser ? account('device', { browser, system: system ?? account('unknownSystem') }) : account('unknownDevice')}</p>
                <p className="text-sm text-soft">{[address, t('lastUse', { at: said(lastUse) })].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('mails')} flush>
        {mails.length === 0 && <p className="px-4 pb-4 text-soft">{t('noMails')}</p>}
        <ul>
          {mails.map(({ id, template, state, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-line px-4 py-2">
              <span><span className="font-medium">{t(`mailKinds.${template}`)}</span> <span className="text-sm text-soft">{said(createdAt)}</span></span>
              {isState(state) && <Status tone={tones[state]}>{t(`mailStates.${state}`)}</Status>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
