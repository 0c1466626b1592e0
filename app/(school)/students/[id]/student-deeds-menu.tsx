import type { ReactNode } from 'react'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { MenuFrame } from '@/components/ui/menu-button'

type Entry = { key: string; label: string; icon?: ReactNode; bad?: boolean; onChoose: () => void }

export default function StudentDeedsMenu({ entries, ...frame }: MenuFrame & { entries: readonly Entry[] }) {
  return (
    <Menu {...frame} align="end">
      {entries.map(({ key, label, icon, bad, onChoose }) => <MenuItem key={key} icon={icon} bad={bad} onClick={onChoose}>{label}</MenuItem>)}
    </Menu>
  )
}
