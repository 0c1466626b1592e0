'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { RemotePickField } from '@/components/form/remote-pick-field'
import type { Option } from '@/components/ui/select'

export type RecordFinderProps = { record: Option | null; others: Readonly<Record<string, string>> }

/** The record whose deeds alone are shown; `others` is what the list is narrowed to besides. */
export default function RecordFinder({ record, others }: RecordFinderProps) {
  const t = useTranslations('audit')
  const router = useRouter()
  const chosen = record?.value ?? ''
  const form = useForm({ defaultValues: { record: chosen } })
  const wanted = useWatch({ control: form.control, name: 'record' })
  useEffect(() => {
    if (wanted !== chosen) router.push(`/audit?${new URLSearchParams(wanted ? { ...others, record: wanted } : others)}`)
  }, [wanted, chosen, others, router])
  return <FormProvider {...form}><RemotePickField name="record" label={t('record')} source="/api/choices/records" chosen={record} /></FormProvider>
}
