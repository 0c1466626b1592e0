import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'

type BlankPageProps = { title: string; children: ReactNode; deed?: ReactNode; note?: ReactNode }

/** A page that only says one thing: not found, not allowed, broken, offline. */
export function BlankPage({ title, children, deed, note }: BlankPageProps) {
  return (
    <div className="mx-auto flex min-h-[70dvh] w-full max-w-lg flex-1 flex-col items-start justify-center gap-3 px-6 py-12">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <div className="text-base text-soft text-pretty">{children}</div>
      {deed && <div className="mt-2 flex flex-wrap gap-2">{deed}</div>}
      {note && <p className="mt-4 text-xs text-soft tabular-nums">{note}</p>}
    </div>
  )
}

const home = '/'

/** Out of here by a whole page load. Each of these pages comes along with every other page: with the router's link in it, it would weigh five times as much. */
export const HomeLink = ({ children }: { children: ReactNode }) => <a href={home} className={buttonClass()}>{children}</a>
