'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

const shortcuts = [
  { keys: ['⌘', 'K'], word: 'search' },
  { keys: ['F6'], word: 'toNotifications' },
  { keys: ['?'], word: 'thisSheet' },
] as const

export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('shortcuts')} description={t('shortcutsHint')}>
      <dl className="flex flex-col gap-2 pb-4">
        {shortcuts.map(({ keys, word }) => (
          <div key={word} className="flex items-center justify-between gap-4">
            <dt>{t(word)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
