'use client'

import { Copy } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { MenuButton } from '@/components/ui/menu-button'
import type { Weekday } from '@/lib/platform/time'

const load = () => import('./day-menu-list')
const List = dynamic(load, { ssr: false })

type DayMenuProps = { day: Weekday; days: readonly Weekday[]; onCopy: (to: Weekday) => void }

/** Copies a day's lessons to another. */
export function DayMenu({ day, days, onCopy }: DayMenuProps) {
  const t = useTranslations('timetables')
  return (
    <MenuButton label={t('board.copyDay', { day: t(`days.${day}`) })} className="inline-flex size-7 items-center justify-center rounded text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11 [&>svg]:size-4" load={load} menu={(frame) => <List {...frame} days={days.filter((one) => one !== day)} onCopy={onCopy} />}>
      <Copy aria-hidden />
    </MenuButton>
  )
}
