'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { RecordFinderProps } from './record-finder'

function Coming() {
  const t = useTranslations('audit')
  return <Field id="record-coming" label={t('record')}><Input id="record-coming" disabled /></Field>
}

const RecordFinder = dynamic(() => import('./record-finder'), { ssr: false, loading: Coming })

/** After the page, not with it: what looks for records is heavier than the list. */
export const RecordFinderLoader = (props: RecordFinderProps) => <RecordFinder {...props} />
