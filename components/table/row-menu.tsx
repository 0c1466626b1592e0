'use client'

import { EllipsisVertical } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { iconButtonClass } from '@/components/ui/icon-button'
import { MenuButton } from '@/components/ui/menu-button'

/** Something to do with a row: a place to go, or a deed. */
export type RowDeed = { label: string; icon?: ReactNode; bad?: boolean } & ({ href: string } | { onChoose: () => void })

const load = () => import('./row-menu-list')
const RowMenuList = dynamic(load, { ssr: false })

export const RowMenu = ({ label, deeds }: { label: string; deeds: readonly RowDeed[] }) => (
  <MenuButton label={label} className={iconButtonClass} load={load} menu={(frame) => <RowMenuList {...frame} deeds={deeds} />}>
    <EllipsisVertical aria-hidden />
  </MenuButton>
)
