'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { resetInput } from '@/lib/domain/access/credential'
import { resetAction } from '../../link-actions'
import { PasswordPair } from '../../password-pair'

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('access')
  const router = useRouter()
  return (
    <ActionForm schema={resetInput} action={resetAction} defaults={{ token, password: '', again: '' }} onSaved={() => router.replace('/sign-in?done=reset')} submit={t('reset.submit')}>
      <PasswordPair email={email} />
    </ActionForm>
  )
}
