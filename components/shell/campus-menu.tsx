'use client'

import { useTranslations } from 'next-intl'
import { Menu, MenuChoices } from '@/components/ui/menu'
import type { MenuFrame } from '@/components/ui/menu-button'
import type { CampusChoice } from './types'

type CampusMenuProps = MenuFrame & { campuses: readonly CampusChoice[]; chosenId: string | null; onPick: (id: string) => void }

export default function CampusMenu({ campuses, chosenId, onPick, ...frame }: CampusMenuProps) {
  const t = useTranslations('shell')
  const choices = campuses.map((campus) => ({ value: campus.id, label: campus.name, icon: campus.badge }))
  return (
    <Menu className="min-w-64" {...frame}>
      <MenuChoices label={t('campus')} value={chosenId ?? ''} onChange={onPick} choices={[{ value: '', label: t('allCampuses') }, ...choices]} />
    </Menu>
  )
}
