import type { ReactNode } from 'react'

/** A room in the navigation, already permitted and named. */
export type NavItem = { href: string; label: string; icon: ReactNode }
export type NavGroup = { label: string; items: readonly NavItem[] }

/** A campus in the switcher, with its colours as CSS declarations (`campusCss`). */
export type CampusChoice = { id: string; name: string; mascot: string | null; colors: string }

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Person = { name: string; email: string; role: string }
