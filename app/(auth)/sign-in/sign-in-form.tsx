'use client'

import { useTranslations } from 'next-intl'
import { signIn } from 'next-auth/react'
import Link from 'next/link'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { signInInput, signInRefusals, type SignInInput } from '@/lib/domain/access/sign-in'
import type { Result } from '@/lib/platform/errors'

type SignInFormProps = { to: string; providers: readonly { id: string; name: string }[]; refusal: string | null; done: 'reset' | 'accept' | null; enter: (form: FormData) => Promise<void> }

export function SignInForm({ to, providers, refusal, done, enter: enterWithoutScript }: SignInFormProps) {
  const t = useTranslations('access')

  // Asked once the password is right, and kept while it is typed again.
  const [wantsCode, setWantsCode] = useState(refusal === 'code' || refusal === 'codeWrong')

  async function enter({ email, password, code }: SignInInput): Promise<Result<null>> {
    const answer = await signIn('credentials', { email, password, code: code ?? '', redirect: false })
    if (answer?.ok && !answer.error) return { ok: true, data: null }
    const [reason, seconds] = (answer?.error ?? '').split(':')
    if (reason === 'wait') return { ok: false, code: 'too-many', message: t('refusals.wait', { seconds: Number(seconds) }) }
    if (reason === 'code' || reason === 'codeWrong') setWantsCode(true)
    return { ok: false, code: 'invalid', message: t(`refusals.${signInRefusals.find((known) => known === reason) ?? 'unavailable'}`) }
  }

  return (
    <div className="flex flex-col gap-6">
      {done && !refusal && <Notice tone="ok" title={t(`${done}.done`)} />}
      {refusal && <Notice tone="bad" title={t(`refusals.${refusal}`)} />}
      {/* A whole page load: nothing of an earlier person may stay in the browser's memory. */}
      <ActionForm schema={signInInput} action={enter} defaults={{ email: '', password: '', code: '' }} onSaved={() => window.location.replace(to)} submit={t('signIn')} withoutScript={enterWithoutScript} aside={<Link href="/forgot" className="text-campus-text hover:underline">{t('forgot.link')}</Link>}>
        <input type="hidden" name="next" value={to} />
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} />
        <TextField name="password" label={t('password')} type="password" autoComplete="current-password" />
        {wantsCode && <TextField name="code" label={t('code')} hint={t('codeHint')} autoComplete="one-time-code" inputMode="text" autoCapitalize="none" spellCheck={false} autoFocus />}
      </ActionForm>
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => void signIn(id, { callbackUrl: to })}>
          {t('with', { provider: name })}
        </Button>
      ))}
    </div>
  )
}
