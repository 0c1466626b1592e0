'use client'

import { useTranslations } from 'next-intl'
import { MascotBadge } from '@/components/ui/mascot-badge'
import { Menu, MenuChoices } from '@/components/ui/menu'
import type { MenuFrame } from '@/components/ui/menu-button'
import type { CampusChoice } from './types'

type CampusMenuProps = MenuFrame & { campuses: readonly CampusChoice[]; chosenId: string | null; onPick: (id: string) => void }

export default function CampusMenu({ campuses, chosenId, onPick, ...frame }: CampusMenuProps) {
  const t = useTranslations('shell')
  const choices = campuses.map((campus) => ({ value: campus.id, label: campus.name, icon: <CampusDot campus={campus} /> }))
  return (
    <Menu className="min-w-64" {...frame}>
      <MenuChoices label={t('campus')} value={chosenId ?? ''} onChange={onPick} choices={[{ value: '', label: t('allCampuses') }, ...choices]} />
    </Menu>
  )
}

/** A campus's badge in its own colours, whichever campus is chosen. */
const CampusDot = ({ campus }: { campus: CampusChoice }) => (
  <span style={Object.fromEntries(campus.colors.split(';').map((line) => line.split(':', 2)))}>
    <MascotBadge name={campus.name} mascot={campus.mascot} size="sm" />
  </span>
)
