'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, type ReactElement, type ReactNode } from 'react'
import { IconButton } from './icon-button'

type DialogProps = {
  title: string
  description?: ReactNode
  /** The button that opens it; without one, `open` decides. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children?: ReactNode
  /** Buttons, the deed last; wrap one in `DialogClose` to close with it. */
  foot?: ReactNode
}

export const DialogClose = Base.Close

const field = ':is(input, select, textarea, [role=combobox], [role=radio], [role=checkbox], [role=switch]):not([type=hidden], [tabindex="-1"], [aria-hidden=true], :disabled)'

/** A question that has to be answered first; the focus stands in its first field. On phones it rises from below. */
export function Dialog({ title, description, trigger, open, onOpenChange, children, foot }: DialogProps) {
  const t = useTranslations('common')
  const inside = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup
          // A finger opened it: the keyboard comes when one asks for it.
          initialFocus={(how) => (how === 'touch' ? true : (inside.current?.querySelector<HTMLElement>(field) ?? true))}
          className="popup fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[calc(100dvh-2rem)] w-full max-w-lg flex-col rounded-b-none md:inset-y-0 md:my-auto md:h-fit md:rounded-b-lg"
        >
          <header className="flex items-start justify-between gap-3 p-4 pb-2">
            <div>
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-soft">{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton label={t('close')} className="-me-2 -mt-2" />}>
              <X />
            </Base.Close>
          </header>
          {children && <div ref={inside} className="min-h-0 overflow-y-auto px-4 py-2">{children}</div>}
          {foot && <footer className="flex flex-wrap justify-end gap-2 p-4 pt-2">{foot}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
