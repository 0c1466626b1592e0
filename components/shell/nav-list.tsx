'use client'

import { usePathname } from 'next/navigation'
import { NearLink } from '@/components/ui/near-link'
import { roomAt } from './room-at'
import type { NavGroup } from './types'

const closeSidebar = () => {
  const sidebar = document.getElementById('sidebar')
  if (sidebar?.matches(':popover-open')) sidebar.hidePopover()
}

/** The rooms; the one we are in is marked. */
export function NavList({ groups, label }: { groups: readonly NavGroup[]; label: string }) {
  const pathname = usePathname()
  const shown = groups.map((group) => ({ ...group, items: group.items.filter(({ inside }) => !inside) }))
  const here = roomAt(pathname, shown.flatMap(({ items }) => items))
  return (
    <nav aria-label={label} className="nav" onClick={closeSidebar}>
      {shown.map((group) => (
        <div key={group.label} role="group" aria-label={group.label}>
          <p className="nav-group nav-wide" aria-hidden="true">
            {group.label}
          </p>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <NearLink href={item.href} className="nav-link" aria-current={item === here ? (pathname === item.href ? 'page' : 'true') : undefined}>
                  {item.icon}
                  <span>{item.label}</span>
                </NearLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
