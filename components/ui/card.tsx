import { clsx } from 'clsx'
import { useId, type ReactNode } from 'react'

type CardProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string; flush?: boolean }

/** A raised panel; `flush` lets a table or list reach its edges. */
export function Card({ title, aside, children, className, flush = false }: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={title ? id : undefined} className={clsx('rounded-lg border border-line bg-raised', className)}>
      {title && (
        <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 pt-3">
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          {aside}
        </header>
      )}
      <div className={flush ? 'pt-2' : clsx('px-4 pb-4', title ? 'pt-2' : 'pt-4')}>{children}</div>
    </section>
  )
}
