'use client'

import { Drawer as Base } from '@base-ui/react/drawer'
import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { IconButton } from './icon-button'

type DrawerProps = {
  title: string
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
  foot?: ReactNode
}

const rightToLeft = (locale: string) => ['ar', 'fa', 'he', 'ur'].includes(locale.slice(0, 2))

/** Details beside the page they belong to; a swipe towards the edge closes it. */
export function Drawer({ title, trigger, open, onOpenChange, children, foot }: DrawerProps) {
  const t = useTranslations('common')
  const edge = rightToLeft(useLocale()) ? 'left' : 'right'
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} swipeDirection={edge}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className="fixed inset-0 z-50 flex justify-end">
          <Base.Popup className="drawer flex h-full w-104 max-w-[calc(100vw-2rem)] flex-col border-s border-line bg-raised shadow-float outline-none">
            <header className="flex h-14 shrink-0 items-center justify-between gap-3 ps-4 pe-2">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              <Base.Close render={<IconButton label={t('close')} />}>
                <X />
              </Base.Close>
            </header>
            <Base.Content className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pb-4">{children}</Base.Content>
            {foot && <footer className="flex shrink-0 justify-end gap-2 border-t border-line p-4">{foot}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
