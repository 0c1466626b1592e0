import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A number or a word beside a heading; for states use `Status`. */
export function Badge({ children, campus = false }: { children: ReactNode; campus?: boolean }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5.5 min-w-5.5 items-center justify-center rounded-full px-1.5 text-xs font-medium tabular-nums',
        campus ? 'bg-campus-tint text-campus-text' : 'bg-sunken text-soft',
      )}
    >
      {children}
    </span>
  )
}
