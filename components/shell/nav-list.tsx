'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { roomAt } from './room-at'
import type { NavGroup, NavItem } from './types'

const closeSidebar = () => {
  const sidebar = document.getElementById('sidebar')
  if (sidebar?.matches(':popover-open')) sidebar.hidePopover()
}

/** A room is fetched ahead when somebody nears its link: all of them with each page weighed a fifth of it. */
function NavLink({ item, current }: { item: NavItem; current: 'page' | 'true' | undefined }) {
  const [isNear, setNear] = useState(false)
  const near = () => setNear(true)
  return (
    <Link href={item.href} className="nav-link" aria-current={current} prefetch={isNear ? null : false} onMouseEnter={near} onFocus={near} onTouchStart={near}>
      {item.icon}
      <span>{item.label}</span>
    </Link>
  )
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
                <NavLink item={item} current={item === here ? (pathname === item.href ? 'page' : 'true') : undefined} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
