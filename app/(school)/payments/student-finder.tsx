'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { RemotePickField } from '@/components/form/remote-pick-field'
import type { Option } from '@/components/ui/select'

/** Whoever is chosen is the page's student. */
export function StudentFinder({ child }: { child: Option | null }) {
  const t = useTranslations('payments')
  const router = useRouter()
  const form = useForm({ defaultValues: { studentId: child?.value ?? '' } })
  const studentId = useWatch({ control: form.control, name: 'studentId' })
  const chosen = child?.value ?? ''
  useEffect(() => {
    if (studentId && studentId !== chosen) router.replace(`/payments/new?student=${studentId}`)
  }, [studentId, chosen, router])
  return (
    <FormProvider {...form}>
      <RemotePickField name="studentId" label={t('find')} source="/api/choices/students" chosen={child} />
    </FormProvider>
  )
}
