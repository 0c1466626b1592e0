'use client'

import { useRouter } from 'next/navigation'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { MenuFrame } from '@/components/ui/menu-button'
import type { RowDeed } from './row-menu'

export default function RowMenuList({ deeds, ...frame }: MenuFrame & { deeds: readonly RowDeed[] }) {
  const router = useRouter()
  return (
    <Menu align="end" {...frame}>
      {deeds.map((deed) => (
        <MenuItem key={deed.label} icon={deed.icon} bad={deed.bad} onClick={() => ('href' in deed ? router.push(deed.href) : deed.onChoose())}>
          {deed.label}
        </MenuItem>
      ))}
    </Menu>
  )
}
