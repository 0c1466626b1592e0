'use client'

import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Menu, MenuChoices, MenuItem, MenuLine } from '@/components/ui/menu'
import type { MenuFrame } from '@/components/ui/menu-button'
import { toast } from '@/components/ui/toast'
import { localeCookie, locales } from '@/lib/platform/i18n/locales'
import { remember } from './preference'
import type { ThemeChoice } from './types'
import type { UserMenuProps } from './user-menu'

const themeIcons = { system: <Monitor />, light: <Sun />, dark: <Moon /> }
const accountHref = '/account'
const themes = Object.keys(themeIcons) as ThemeChoice[]
const languageName = (locale: string) => {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** Who I am here, how it looks, which language it speaks, and the way out. */
export default function AccountMenu({ organization, person, theme: saved, signOut, ...frame }: MenuFrame & UserMenuProps) {
  const t = useTranslations('shell')
  const router = useRouter()
  const unsent = useUnsent()
  const locale = useLocale()
  const [theme, setTheme] = useState(saved)
  const [, startTransition] = useTransition()

  function chooseTheme(next: string) {
    const root = document.documentElement
    if (next === 'system') delete root.dataset.theme
    else root.dataset.theme = next
    remember('theme', next === 'system' ? '' : next)
    setTheme(next as ThemeChoice)
  }

  /** A whole page load: nothing of this person may stay in the browser's memory. */
  async function leave() {
    const result = await signOut(undefined).catch(unsent)
    if (result.ok || result.code === 'signed-out') window.location.replace('/sign-in')
    else toast({ title: result.message, tone: 'bad' })
  }

  function chooseLocale(next: string) {
    remember(localeCookie, next)
    startTransition(() => router.refresh())
  }

  return (
    <Menu align="end" className="w-64" {...frame}>
      <div className="px-2.5 py-2">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-soft">{person.email}</p>
        <p className="mt-1 text-xs text-soft">{`${person.role} · ${organization}`}</p>
      </div>
      <MenuLine />
      <MenuChoices label={t('theme')} value={theme} onChange={chooseTheme} choices={themes.map((value) => ({ value, label: t(`themes.${value}`), icon: themeIcons[value] }))} />
      <MenuLine />
      <MenuChoices label={t('language')} value={locale} onChange={chooseLocale} choices={locales.map((value) => ({ value, label: languageName(value) }))} />
      <MenuLine />
      <MenuItem icon={<UserRound />} onClick={() => router.push(accountHref)}>{t('myAccount')}</MenuItem>
      <MenuItem icon={<LogOut />} onClick={() => startTransition(leave)}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
