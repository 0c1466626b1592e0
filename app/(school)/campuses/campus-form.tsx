'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { FormSection } from '@/components/form/form-section'
import { PickField } from '@/components/form/pick-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { campusInput, type CampusInput } from '@/lib/domain/people/campus'
import { seenInput } from '@/lib/platform/catalog'
import { createCampusAction, updateCampusAction } from './actions'

/** The mascots and the arithmetic of colours come once the form stands: they stand at its end. */
const ThemeFields = dynamic(async () => (await import('./theme-fields')).ThemeFields, { ssr: false, loading: () => <div className="h-[60rem]" /> })
const editInput = z.intersection(campusInput, seenInput)
const blank: CampusInput = { name: '', code: '', timeZone: '', isOnline: false, active: true, address: '', phone: '', email: '', description: '', mascot: '', color: '#0f766e', textColor: '', borderColor: '', bgLight: '', bgGradient: '' }

type CampusFormProps = { row?: { id: string; seen: string; values: CampusInput }; zones: readonly string[]; timeZone: string }

/** One form for a new campus and for the one that is there. */
export function CampusForm({ row, zones, timeZone }: CampusFormProps) {
  const t = useTranslations('campuses')
  const router = useRouter()
  const saved = ({ id }: { id: string }) => {
    toast({ title: t('saved') })
    router.push(`/campuses/${id}`)
    router.refresh()
  }
  const common = { onSaved: saved, submit: t(row ? 'save' : 'add'), aside: <LinkButton href={row ? `/campuses/${row.id}` : '/campuses'} variant="quiet">{t('cancel')}</LinkButton> }
  const fields = (
    <>
      <FormSection title={t('sections.place')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="name" label={t('fields.name')} autoComplete="off" />
          <TextField name="code" label={t('fields.code')} autoComplete="off" />
          <PickField name="timeZone" label={t('fields.timeZone')} hint={t('fields.timeZoneHint')} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
          <TextField name="phone" label={t('fields.phone')} type="tel" autoComplete="off" optional />
          <TextField name="email" label={t('fields.email')} type="email" autoComplete="off" optional />
        </div>
        <TextAreaField name="address" label={t('fields.address')} optional />
        <TextAreaField name="description" label={t('fields.description')} optional />
        <div>
          <CheckField name="isOnline" label={t('fields.isOnline')} />
          <CheckField name="active" label={t('fields.active')} hint={t('fields.activeHint')} />
        </div>
      </FormSection>
      <FormSection title={t('sections.theme')} hint={t('sections.themeHint')}><ThemeFields /></FormSection>
    </>
  )
  if (!row) return <ActionForm schema={campusInput} action={createCampusAction} defaults={{ ...blank, timeZone }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={editInput} action={updateCampusAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
