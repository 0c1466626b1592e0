'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { setSingleKeys, useSingleKeys } from './single-keys'

/** Switches keys that are pressed alone on and off, for this browser. */
export function SingleKeysSwitch() {
  const t = useTranslations('shell.keys')
  return <Checkbox kind="switch" label={t('single')} hint={t('singleHint')} checked={useSingleKeys()} onChange={({ target }) => setSingleKeys(target.checked)} />
}
