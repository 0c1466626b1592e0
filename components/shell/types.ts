import type { ReactNode } from 'react'

/** A room in the navigation, already permitted and named. One that is `inside` another is found by search, not in the sidebar. */
export type NavItem = { href: string; label: string; icon: ReactNode; inside: boolean }
export type NavGroup = { label: string; items: readonly NavItem[] }

/** A campus in the switcher, with its colours as CSS declarations (`campusCss`). Its badge is drawn on the server: the browser need not carry every mascot. */
export type CampusChoice = { id: string; name: string; badge: ReactNode; colors: string }

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Person = { name: string; email: string; role: string; photo: string | null }
