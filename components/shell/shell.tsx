'use client'

import { Menu } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { iconButtonClass } from '@/components/ui/icon-button'
import type { Result } from '@/lib/platform/errors'
import { CampusPaint } from './campus-paint'
import { CampusSwitcher } from './campus-switcher'
import { FocusKeeper } from './focus-keeper'
import { NavList } from './nav-list'
import { OfflineBadge } from './offline-badge'
import { RoomTitle } from './room-title'
import { SearchButton } from './search-button'
import { SidebarToggle } from './sidebar-toggle'
import { SupportBanner } from './support-banner'
import { ToasterLoader } from './toaster-loader'
import type { CampusChoice, NavGroup, Person, ThemeChoice } from './types'
import { VisitBanner } from './visit-banner'
import { UserMenu } from './user-menu'

type ShellProps = {
  organization: string
  /** The organization's, where no campus is chosen. */
  badge: ReactNode
  person: Person
  campuses: readonly CampusChoice[]
  /** Id of the chosen campus; null means all of them. */
  campusId: string | null
  nav: readonly NavGroup[]
  collapsed: boolean
  theme: ThemeChoice
  signOut: (nothing: undefined) => Promise<Result<void>>
  /** Somebody of the platform looks into this organization: how to leave it. */
  leave?: (form: FormData) => Promise<void>
  /** Somebody of the platform may look into this organization: who, and until when. */
  visit?: { by: string; until: string }
  /** Beside the person: an inbox, a badge of unsent work. */
  status?: ReactNode
  children: ReactNode
}

/** The frame around every page behind the door. An island as a whole: in parts, its plain half would be written twice with each page. */
export function Shell(props: ShellProps) {
  const { organization, badge, person, campuses, campusId, nav, collapsed, theme, signOut, leave, visit, status, children } = props
  const t = useTranslations('shell')
  const campus = campuses.find(({ id }) => id === campusId)
  const rooms = nav.flatMap(({ items }) => items.map(({ href, label }) => ({ href, label })))
  return (
    <div className="shell" data-collapsed={collapsed || undefined}>
      {campus && <CampusPaint colors={campus.colors} />}
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <aside id="sidebar" popover="auto" className="sidebar" aria-label={t('sidebar')}>
        <p className="sidebar-head">
          <span className="nav-wide truncate font-semibold">{organization}</span>
          <SidebarToggle collapsed={collapsed} />
        </p>
        <CampusSwitcher organization={organization} badge={badge} campuses={campuses} campusId={campusId} />
        <NavList groups={nav} label={t('rooms')} />
      </aside>
      <div className="flex min-w-0 flex-col">
        <div className="topbars">
          {leave && <SupportBanner organization={organization} leave={leave} />}
          {visit && <VisitBanner {...visit} />}
          <header className="topbar">
            <button type="button" popoverTarget="sidebar" aria-label={t('menu')} className={`${iconButtonClass} -ms-2 md:hidden`}>
              <Menu />
            </button>
            <div className="topbar-campus">
              <span className="contents md:hidden">
                {campus?.badge ?? badge}
              </span>
              <span className="truncate font-medium max-md:sr-only">{campus?.name ?? organization}</span>
            </div>
            <RoomTitle rooms={rooms} />
            <SearchButton rooms={rooms} />
            <OfflineBadge />
            {status}
            <UserMenu organization={organization} person={person} theme={theme} signOut={signOut} />
          </header>
        </div>
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col overflow-x-clip outline-none">
          {children}
        </main>
      </div>
      <FocusKeeper />
      <ToasterLoader />
    </div>
  )
}
