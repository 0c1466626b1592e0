import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & { label: string }

export const iconButtonClass =
  'tip inline-flex size-9 shrink-0 items-center justify-center rounded text-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-55 pointer-coarse:size-11 [&>svg]:size-4.5'

/** A button of one icon; its label is its name and, for a mouse, its tooltip. */
export function IconButton({ label, className, type = 'button', ...rest }: IconButtonProps) {
  return <button type={type} aria-label={label} data-tip={label} className={clsx(iconButtonClass, className)} {...rest} />
}
