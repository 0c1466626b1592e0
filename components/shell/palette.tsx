'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Kbd } from '@/components/ui/kbd'
import type { Room } from './search-button'
import { useFound, type Found, type FoundGroup } from './use-found'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Pages are found here, everything else by `/api/search`. */
export default function Palette({ rooms, onClose }: { rooms: readonly Room[]; onClose: () => void }) {
  const t = useTranslations('shell')
  const router = useRouter()
  const [query, setQuery] = useState('')
  const { groups, state } = useFound(query)

  const pages = rooms.filter(({ label }) => plain(label).includes(plain(query.trim()))).map(({ href, label }): Found => ({ id: href, label, href }))
  const items: FoundGroup[] = [...(pages.length ? [{ label: t('pages'), items: pages }] : []), ...groups]
  const count = items.reduce((sum, group) => sum + group.items.length, 0)

  const open = (href: string) => {
    onClose()
    router.push(href)
  }

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup aria-label={t('search')} className="popup fixed inset-x-0 top-[min(12dvh,6rem)] z-50 mx-auto flex max-h-[min(32rem,76dvh)] w-[calc(100vw-2rem)] max-w-xl flex-col overflow-hidden">
          <Autocomplete.Root open inline items={items} value={query} onValueChange={setQuery} filter={null} itemToStringValue={(item: Found) => item.label} autoHighlight="always" keepHighlight>
            <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4">
              <Search className="size-5 shrink-0 text-soft" />
              <Autocomplete.Input aria-label={t('search')} placeholder={t('searchHint')} className="h-full min-w-0 flex-1 bg-transparent text-base outline-none" />
              <Dialog.Close className="-me-1.5 h-8 rounded px-1.5 text-sm text-soft hover:text-ink pointer-coarse:-me-3 pointer-coarse:h-11 pointer-coarse:px-3">{t('closeSearch')}</Dialog.Close>
            </div>
            <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5 empty:hidden">
              {(group: FoundGroup) => (
                <Autocomplete.Group key={group.label} items={group.items} className="pb-1">
                  <Autocomplete.GroupLabel className="px-2.5 py-1.5 text-xs font-medium text-soft">{group.label}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Found) => (
                      <Autocomplete.Item key={item.id} value={item} className="popup-item" onClick={() => open(item.href)}>
                        <span className="min-w-0 flex-1 truncate">{item.label}</span>
                        {item.hint && <span className="max-w-1/2 truncate text-soft">{item.hint}</span>}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <Autocomplete.Status className="flex min-h-10 items-center justify-between gap-3 border-t border-line px-4 text-xs text-soft">
              <span>{state === 'failed' ? t('searchFailed') : state === 'asking' ? t('searching') : query.trim().length < 2 ? t('searchMore') : t('found', { count })}</span>
              <span aria-hidden="true" className="hidden items-center gap-1.5 pointer-fine:flex">
                <Kbd>↑</Kbd>
                <Kbd>↓</Kbd>
                <Kbd>↵</Kbd>
              </span>
            </Autocomplete.Status>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
