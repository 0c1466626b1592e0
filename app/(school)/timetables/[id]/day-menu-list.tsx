'use client'

import { useTranslations } from 'next-intl'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { MenuFrame } from '@/components/ui/menu-button'
import type { Weekday } from '@/lib/platform/time'

type DayMenuListProps = MenuFrame & { days: readonly Weekday[]; onCopy: (to: Weekday) => void }

export default function DayMenuList({ days, onCopy, ...frame }: DayMenuListProps) {
  const t = useTranslations('timetables')
  return (
    <Menu {...frame} align="end">
      {days.map((day) => <MenuItem key={day} onClick={() => onCopy(day)}>{t('board.copyTo', { day: t(`days.${day}`) })}</MenuItem>)}
    </Menu>
  )
}
