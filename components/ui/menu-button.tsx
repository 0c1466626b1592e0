'use client'

import { useState, type KeyboardEvent, type ReactNode } from 'react'

/** What a menu must know of the button that opened it. */
export type MenuFrame = { anchor: HTMLElement; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

type MenuButtonProps = {
  label: string
  className?: string
  /** Fetches the menu's code when it may soon be wanted. */
  load: () => Promise<unknown>
  /** The menu itself, drawn from the first opening on. */
  menu: (frame: MenuFrame) => ReactNode
  children: ReactNode
}

/** A button with a menu behind it. The menu and all it stands on come with the first opening, not with the page. */
export function MenuButton({ label, className, load, menu, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const open = (button: HTMLElement) => {
    setAnchor(button)
    setOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.currentTarget)
  }
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className={className}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={({ currentTarget }) => open(currentTarget)}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {anchor && menu({ anchor, isOpen, onOpenChange: setOpen })}
    </>
  )
}
