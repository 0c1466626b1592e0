'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MenuFrame } from './menu-button'

type MenuProps = MenuFrame & { align?: 'start' | 'end'; className?: string; children: ReactNode }

/** The list of deeds that a `MenuButton` opens. Inside an open popover it opens there: the page's root lies underneath. */
export const Menu = ({ anchor, isOpen, onOpenChange, align = 'start', className, children }: MenuProps) => (
  <Base.Root open={isOpen} onOpenChange={onOpenChange}>
    <Base.Portal container={anchor.closest<HTMLElement>(':popover-open') ?? undefined}>
      <Base.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
        <Base.Popup finalFocus={() => anchor} aria-label={anchor.ariaLabel ?? undefined} className={clsx('popup max-h-(--available-height) min-w-56 overflow-y-auto p-1', className)}>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)

type ItemProps = { onClick?: () => void; icon?: ReactNode; bad?: boolean; disabled?: boolean; children: ReactNode }

export const MenuItem = ({ icon, bad = false, children, ...rest }: ItemProps) => (
  <Base.Item className={clsx('popup-item [&>svg]:size-4', bad && 'text-bad')} {...rest}>
    {icon}
    {children}
  </Base.Item>
)

export const MenuLine = () => <Base.Separator className="mx-1 my-1 h-px bg-line" />

type Choice = { value: string; label: ReactNode; icon?: ReactNode }
type ChoicesProps = { label: string; value: string; onChange: (value: string) => void; choices: readonly Choice[] }

/** One of several, with a tick at the chosen one. */
export function MenuChoices({ label, value, onChange, choices }: ChoicesProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: unknown) => onChange(String(next))}>
      <Base.GroupLabel className="px-2.5 py-1.5 text-xs font-medium text-soft">{label}</Base.GroupLabel>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className="popup-item [&>svg]:size-4">
          {choice.icon}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          <Base.RadioItemIndicator className="text-campus-text">
            <Check className="size-4" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}
