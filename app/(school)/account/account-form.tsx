'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Facts } from '@/components/record/facts'
import { remember } from '@/components/shell/preference'
import { SingleKeysSwitch } from '@/components/shell/single-keys-switch'
import { toast } from '@/components/ui/toast'
import { accountInput } from '@/lib/domain/access/account'
import { seenInput } from '@/lib/platform/catalog'
import { localeCookie, locales, type Locale } from '@/lib/platform/i18n/locales'
import { updateAccountAction } from './actions'
import { EmailDialog } from './email-dialog'

type AccountFormProps = { row: { id: string; seen: string; email: string; pendingEmail: string | null; firstName: string | null; lastName: string | null; locale: Locale }; role: string; children: ReactNode }

const editInput = z.intersection(accountInput, seenInput)

/** What a person says of themselves, with their photo as `children`; the address and the role are given by an administrator. */
export function AccountForm({ row: { email, pendingEmail, ...row }, role, children }: AccountFormProps) {
  const t = useTranslations('account')
  const router = useRouter()
  const languages = locales.map((value) => ({ value, label: t(`languages.${value}`) }))
  const word = (name: string, value: unknown) => (name === 'locale' ? t(`languages.${String(value)}`) : undefined)
  const saved = () => {
    toast({ title: t('saved') })
    router.refresh()
  }
  const action = async (input: z.input<typeof editInput>) => {
    const result = await updateAccountAction(input)
    if (result.ok) remember(localeCookie, input.locale)
    return result
  }
  return (
    <div className="flex flex-col gap-6">
      {children}
      <Facts facts={[{ label: t('email'), value: email }, { label: t('role'), value: role }, ...(pendingEmail ? [{ label: t('emailChange.pending'), value: pendingEmail }] : [])]} />
      <div><EmailDialog /></div>
      <SingleKeysSwitch />
      <ActionForm key={row.seen} schema={editInput} action={action} defaults={row} onSaved={saved} submit={t('save')} word={word}>
        <TextField name="firstName" label={t('firstName')} autoComplete="given-name" optional />
        <TextField name="lastName" label={t('lastName')} autoComplete="family-name" optional />
        <SelectField name="locale" label={t('language')} options={languages} />
      </ActionForm>
    </div>
  )
}
