import { clsx } from 'clsx'
import { useId, type ReactNode } from 'react'

type CardProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string; flush?: boolean; span?: 4 | 5 | 6 | 7 }

/** A raised panel; `flush` lets a table or list reach its edges, `span` says how many columns of a dashboard it takes. */
export function Card({ title, aside, children, className, flush = false, span }: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={title ? id : undefined} data-span={span} className={clsx('rounded-lg border border-line bg-raised', className)}>
      {title && (
        <header className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 pt-2 box-content">
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
