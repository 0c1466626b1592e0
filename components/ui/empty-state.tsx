import type { ReactNode } from 'react'

type EmptyStateProps = { icon?: ReactNode; title: string; children?: ReactNode; deed?: ReactNode }

/** Why there is nothing here, and the one thing to do about it. */
export function EmptyState({ icon, title, children, deed }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
      {icon && (
        <span className="mb-1 flex size-12 items-center justify-center rounded-full bg-sunken text-soft [&>svg]:size-6">
          {icon}
        </span>
      )}
      <h2 className="text-base font-semibold">{title}</h2>
      {children && <p className="text-soft text-pretty">{children}</p>}
      {deed && <div className="mt-3 flex flex-wrap justify-center gap-2">{deed}</div>}
    </div>
  )
}
