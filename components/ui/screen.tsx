import type { ReactNode } from 'react'
import { Badge } from './badge'

type ScreenProps = {
  title: string
  count?: string | number
  description?: ReactNode
  /** The one thing to do here. On touch it floats where the thumb is. */
  deed?: ReactNode
  /** Quieter deeds beside it. */
  aside?: ReactNode
  tabs?: ReactNode
  /** Sticks to the bottom while the page scrolls: Save, Submit, a summary. */
  foot?: ReactNode
  /** Uses all the width there is, for grids. */
  wide?: boolean
  children: ReactNode
}

/** The frame of every page behind the door: where I am, what I can do, and the rest. */
export function Screen({ title, count, description, deed, aside, tabs, foot, wide = false, children }: ScreenProps) {
  return (
    <div className="screen mx-auto flex w-full flex-1 flex-col" data-wide={wide || undefined}>
      <header className="screen-head">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-3">
          <div className="min-w-0 flex-1 basis-64">
            <div className="flex items-center gap-2.5">
              <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
              {count !== undefined && <Badge>{count}</Badge>}
            </div>
            {description && <p className="mt-1 max-w-prose text-soft text-pretty">{description}</p>}
          </div>
          {aside && <div className="flex flex-wrap gap-2 print:[&_:is(a,button)]:hidden">{aside}</div>}
          {deed && <div className="screen-deed">{deed}</div>}
        </div>
        {tabs}
      </header>
      <div className="flex flex-1 flex-col gap-4">{children}</div>
      {foot && <div className="screen-foot">{foot}</div>}
    </div>
  )
}
