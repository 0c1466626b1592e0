import Link from 'next/link'
import { clsx } from 'clsx'
import { CurrentInView } from './current-in-view'

export type Tab = { href: string; label: string; current: boolean; count?: number }

/** Tabs are addresses: each loads alone and can be sent to someone. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <CurrentInView current={tabs.find(({ current }) => current)?.href ?? ''} className="-mb-px flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map(({ href, label: name, current, count }) => (
          <Link
            key={href}
            href={href}
            aria-current={current ? 'page' : undefined}
            className={clsx(
              'flex h-10 shrink-0 items-center gap-2 border-b-2 px-2.5 font-medium -outline-offset-2 transition-colors pointer-coarse:h-12 pointer-coarse:px-3',
              current ? 'border-campus-line text-campus-text' : 'border-transparent text-soft hover:text-ink',
            )}
          >
            {name}
            {count !== undefined && <span className="text-xs tabular-nums">{count}</span>}
          </Link>
        ))}
      </CurrentInView>
    </nav>
  )
}
