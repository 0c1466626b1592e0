'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition, type ReactNode } from 'react'
import { MenuButton } from '@/components/ui/menu-button'
import { CampusPaint } from './campus-paint'
import { remember } from './preference'
import type { CampusChoice } from './types'

const load = () => import('./campus-menu')
const CampusMenu = dynamic(load, { ssr: false })

type CampusSwitcherProps = { organization: string; badge: ReactNode; campuses: readonly CampusChoice[]; campusId: string | null }

/** Chooses the campus all pages speak of. The colours change at once, the pages follow. */
export function CampusSwitcher({ organization, badge, campuses, campusId }: CampusSwitcherProps) {
  const t = useTranslations('shell')
  const router = useRouter()
  const [, startTransition] = useTransition()
  const [chosenId, choose] = useOptimistic(campusId)
  const chosen = campuses.find(({ id }) => id === chosenId)
  const name = chosen?.name ?? (campuses.length > 1 ? t('allCampuses') : organization)

  const pick = (id: string) =>
    startTransition(() => {
      choose(id || null)
      remember('campus', id)
      router.refresh()
    })

  const face = (
    <>
      {chosen?.badge ?? badge}
      <span className="nav-wide min-w-0 flex-1 truncate text-start font-medium">{name}</span>
    </>
  )
  if (campuses.length < 2) return <div className="switcher">{face}</div>
  return (
    <>
      {chosenId !== campusId && chosen && <CampusPaint colors={chosen.colors} />}
      <MenuButton label={`${t('campus')}: ${name}`} className="switcher hover:bg-sunken" load={load} menu={(frame) => <CampusMenu {...frame} campuses={campuses} chosenId={chosenId} onPick={pick} />}>
        {face}
        <ChevronsUpDown className="nav-wide size-4 shrink-0 text-soft" />
      </MenuButton>
    </>
  )
}
