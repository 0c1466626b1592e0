'use client'

import { useTranslations } from 'next-intl'
import { usePathname, useRouter } from 'next/navigation'
import { useId } from 'react'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'

/** Where the students come from: those in no class of the year, or those of another class. */
export function FromPicker({ from, classes }: { from: string; classes: readonly Option[] }) {
  const t = useTranslations('classes.enrollments')
  const id = useId()
  const router = useRouter()
  const path = usePathname()
  return (
    <Field id={id} label={t('comeFrom')}>
      <Select id={id} className="max-w-xs" value={from} placeholder={t('noClass')} options={classes} onChange={(event) => router.push(event.target.value ? `${path}?from=${event.target.value}` : path)} />
    </Field>
  )
}
