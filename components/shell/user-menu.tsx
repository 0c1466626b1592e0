'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { Face } from '@/components/ui/face'
import { initialsOf } from '@/components/ui/initials'
import { MenuButton } from '@/components/ui/menu-button'
import type { Result } from '@/lib/platform/errors'
import type { Person, ThemeChoice } from './types'

const load = () => import('./account-menu')
const AccountMenu = dynamic(load, { ssr: false })

export type UserMenuProps = { organization: string; person: Person; theme: ThemeChoice; signOut: (nothing: undefined) => Promise<Result<void>> }

export function UserMenu(props: UserMenuProps) {
  const t = useTranslations('shell')
  const { name, photo } = props.person
  return (
    // What is seen must be part of what is said: whoever speaks to the tablet says the letters.
    <MenuButton label={photo ? t('account', { name }) : `${initialsOf(name)}, ${t('account', { name })}`} className="user-button" load={load} menu={(frame) => <AccountMenu {...frame} {...props} />}>
      {photo ? <Face name={name} photo={photo} /> : initialsOf(name)}
    </MenuButton>
  )
}
