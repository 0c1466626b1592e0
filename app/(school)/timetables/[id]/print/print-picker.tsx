'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Select, type Option } from '@/components/ui/select'
import { viewKinds, type ViewKind } from '../view'

/** What is printed: the address says it. */
export function PrintPicker({ by, of, choices, path }: { by: ViewKind; of: string; choices: readonly Option[]; path: string }) {
  const t = useTranslations('timetables')
  const router = useRouter()
  return (
    <>
      <Select aria-label={t('board.by.label')} className="max-w-44" options={viewKinds.map((value) => ({ value, label: t(`board.by.${value}`) }))} value={by} onChange={({ currentTarget }) => router.replace(`${path}?by=${currentTarget.value}`)} />
      <Select aria-label={t(`board.by.${by}`)} className="max-w-60" options={choices} placeholder={t('print.all')} value={of} onChange={({ currentTarget }) => router.replace(`${path}?by=${by}&of=${encodeURIComponent(currentTarget.value)}`)} />
    </>
  )
}
