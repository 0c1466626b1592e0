'use client'

import { ChevronDown, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { lazy, Suspense } from 'react'
import { useRemove } from '@/components/record/remove-button'
import { buttonClass } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { MenuButton } from '@/components/ui/menu-button'
import type { StudentDeed } from '@/lib/domain/academics/student-life'
import { removeStudentAction, restoreStudentAction } from '../actions'

const load = () => import('./student-deeds-menu')
const DeedsMenu = lazy(load)

type StudentDeedsProps = { id: string; seen: string; name: string; deeds: readonly StudentDeed[]; may: { edit: boolean; remove: boolean } }

/** What can be done with a student: to edit is at hand, the deeds of a life are in the menu. */
export function StudentDeeds({ id, seen, name, deeds, may }: StudentDeedsProps) {
  const t = useTranslations('students')
  const router = useRouter()
  const { run } = useRemove(removeStudentAction, restoreStudentAction)
  const entries = [
    ...deeds.map((deed) => ({ key: deed, label: t(`life.deeds.${deed}`), onChoose: () => router.push(`/students/${id}/deeds/${deed}`) })),
    ...(may.remove ? [{ key: 'remove', label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, name, () => router.push('/students')) }] : []),
  ]
  return (
    <>
      {entries.length > 0 && (
        <MenuButton label={t('life.more')} className={buttonClass()} load={load} menu={(frame) => <Suspense><DeedsMenu {...frame} entries={entries} /></Suspense>}>
          {t('life.more')}
          <ChevronDown aria-hidden />
        </MenuButton>
      )}
      {may.edit && <LinkButton href={`/students/${id}/edit`} variant="primary">{t('edit')}</LinkButton>}
    </>
  )
}
