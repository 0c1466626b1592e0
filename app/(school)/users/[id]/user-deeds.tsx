'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import type { UserStatus } from '@/lib/domain/access/user'
import type { Seen } from '@/lib/platform/catalog'
import type { Result } from '@/lib/platform/errors'
import { disableUserAction, dropFactorAction, enableUserAction, endUserSessionsAction, resendInvitationAction, revokeInvitationAction, sendResetAction } from '../actions'

type UserDeedsProps = Seen & { name: string; status: UserStatus; hasFactor: boolean; may: { update: boolean; invite: boolean; revoke: boolean } }
type Deed = 'disable' | 'enable' | 'endSessions' | 'sendReset' | 'dropFactor' | 'resend' | 'revoke'

const actions: Record<Deed, (seen: Seen) => Promise<Result<unknown>>> = {
  disable: disableUserAction, enable: enableUserAction, endSessions: endUserSessionsAction, sendReset: sendResetAction, dropFactor: dropFactorAction, resend: resendInvitationAction, revoke: revokeInvitationAction,
}

/** What an administrator does to somebody's account; what cannot be taken back at once is asked. */
export function UserDeeds({ id, seen, name, status, hasFactor, may }: UserDeedsProps) {
  const t = useTranslations('users')
  const router = useRouter()
  const unsent = useUnsent()
  const [isPending, startTransition] = useTransition()
  const run = (deed: Deed) =>
    startTransition(async () => {
      const result = await actions[deed]({ id, seen }).catch(unsent)
      toast(result.ok ? { title: t(`deeds.${deed}.done`, { name }) } : { title: result.message, tone: 'bad' })
      if (result.ok && deed === 'revoke') router.push('/users')
      else router.refresh()
    })
  const plain = (deed: Deed) => <Button key={deed} disabled={isPending} onClick={() => run(deed)}>{t(`deeds.${deed}.label`)}</Button>
  const asked = (deed: Deed) => (
    <ConfirmButton key={deed} label={t(`deeds.${deed}.label`)} variant={deed === 'disable' || deed === 'revoke' ? 'danger' : 'secondary'} pending={isPending} question={t(`deeds.${deed}.question`, { name })} keep={t('cancel')} onConfirm={() => run(deed)}>
      {t(`deeds.${deed}.hint`)}
    </ConfirmButton>
  )
  if (status === 'invited') return <>{may.revoke && asked('revoke')}{may.invite && plain('resend')}</>
  if (!may.update) return null
  if (status === 'disabled') return plain('enable')
  return <>{hasFactor && asked('dropFactor')}{plain('sendReset')}{asked('endSessions')}{asked('disable')}</>
}
