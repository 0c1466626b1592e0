'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { PickField } from '@/components/form/pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { toast } from '@/components/ui/toast'
import { organizationForm, type OrganizationSettings } from '@/lib/domain/people/organization'
import { studentNumberBy } from '@/lib/domain/people/student'
import { locales } from '@/lib/platform/i18n/locales'
import { updateOrganizationAction } from '../actions'

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

function RuleField({ next }: { next: number }) {
  const t = useTranslations('setup.organization')
  const rule = useWatch<OrganizationSettings, 'studentNumberRule'>({ name: 'studentNumberRule' })
  return <TextField name="studentNumberRule" label={t('rule')} hint={t('ruleHint', { number: studentNumberBy(rule, next) })} autoComplete="off" />
}

export function OrganizationForm({ settings, next, hasInvoices }: { settings: OrganizationSettings; next: number; hasInvoices: boolean }) {
  const [t, account] = [useTranslations('setup.organization'), useTranslations('account')]
  const router = useRouter()
  const languages = locales.map((value) => ({ value, label: account(`languages.${value}`) }))
  /** What stands, as far as is known here: a second change begins from the first. */
  const was = useRef(settings)
  async function action(input: OrganizationSettings) {
    const result = await updateOrganizationAction({ ...input, was: was.current })
    if (result.ok) was.current = input
    return result
  }
  function saved() {
    toast({ title: t('saved') })
    router.refresh()
  }
  return (
    <ActionForm schema={organizationForm} action={action} defaults={settings} onSaved={saved} submit={t('save')}>
      <TextField name="name" label={t('name')} autoComplete="off" />
      <SelectField name="locale" label={t('language')} hint={t('languageHint')} options={languages} />
      <PickField name="timeZone" label={t('timeZone')} hint={t('timeZoneHint')} options={same(['UTC', ...Intl.supportedValuesOf('timeZone')])} />
      <PickField name="currency" label={t('currency')} hint={hasInvoices ? t('currencyStays') : undefined} options={same(hasInvoices ? [settings.currency] : Intl.supportedValuesOf('currency'))} />
      <RuleField next={next} />
    </ActionForm>
  )
}
