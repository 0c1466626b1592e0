import type { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useShortcuts } from '@/components/shell/shortcut'
import { tapOrder } from '@/lib/domain/attendance/register'

/** The sheet of keys says what the tiles hear. */
export function useRegisterKeys(t: ReturnType<typeof useTranslations<'attendance'>>, isOpen: boolean) {
  useShortcuts(useMemo(() => ({
    title: t('onTile'),
    shortcuts: [{ key: '← ↑ ↓ →', label: t('fromTile') }, ...(isOpen ? tapOrder.map((one) => ({ key: t(`keys.${one}`).toLocaleUpperCase(), label: t(`statuses.${one}`) })) : [])],
  }), [t, isOpen]))
}
