'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Select, type Option } from '@/components/ui/select'

/** Which campus: the address says it. */
export function CampusPicker({ campuses, campusId }: { campuses: readonly Option[]; campusId: string }) {
  const t = useTranslations('timetables')
  const router = useRouter()
  return <Select aria-label={t('campus')} className="w-auto" options={campuses} value={campusId} onChange={({ currentTarget }) => router.push(`/timetables/overview?campus=${currentTarget.value}`)} />
}
