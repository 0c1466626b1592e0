import { useFormatter, useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { SessionRow } from '@/lib/domain/access/account.server'
import { EndSessionButton } from './session-buttons'

/** Where a person is signed in; the device in hand cannot be ended here, signing out does that. */
export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const said = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
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
  )
}
