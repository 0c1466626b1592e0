'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { isSingle, useModKey, useShortcutGroups, type Shortcut } from './shortcut'
import { useSingleKeys } from './single-keys'
import { SingleKeysSwitch } from './single-keys-switch'

/** Every key that works on the page that is open, and the switch for those that are pressed alone. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell')
  const [groups, mod, singles] = [useShortcutGroups(), useModKey(), useSingleKeys()]
  const sections = new Map<string, Shortcut[]>()
  for (const { title, shortcuts } of groups) sections.set(title, [...(sections.get(title) ?? []), ...shortcuts])
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('shortcuts')}>
      <div className="flex flex-col gap-4 pb-4">
        <SingleKeysSwitch />
        {[...sections].map(([title, shortcuts]) => (
          <section key={title} aria-label={title}>
            <h3 className="pb-1 text-sm font-semibold text-soft">{title}</h3>
            <dl className="flex flex-col gap-2">
              {shortcuts.filter((one) => singles || !isSingle(one)).map(({ key, label, mod: withMod }) => (
                <div key={key + label} className="flex items-center justify-between gap-4">
                  <dt>{label}</dt>
                  <dd className="flex gap-1">
                    {withMod && <Kbd>{mod}</Kbd>}
                    {key.split(' ').map((one) => <Kbd key={one}>{one}</Kbd>)}
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
