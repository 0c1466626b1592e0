'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useModKey, useShortcutGroups } from './shortcut'

/** Every key that works on the page that is open. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell')
  const [groups, mod] = [useShortcutGroups(), useModKey()]
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('shortcuts')}>
      <div className="flex flex-col gap-4 pb-4">
        {groups.map(({ title, shortcuts }) => (
          <section key={title} aria-label={title}>
            <h3 className="pb-1 text-sm font-semibold text-soft">{title}</h3>
            <dl className="flex flex-col gap-2">
              {shortcuts.map(({ key, label, mod: withMod }) => (
                <div key={key + label} className="flex items-center justify-between gap-4">
                  <dt>{label}</dt>
                  <dd className="flex gap-1">
                    {withMod && <Kbd>{mod}</Kbd>}
                    <Kbd>{key}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
