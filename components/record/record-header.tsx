import type { ReactNode } from 'react'

type RecordHeaderProps = {
  /** A face or a badge. */
  picture?: ReactNode
  name: string
  /** The three facts people look for. */
  facts: readonly { label: string; value: ReactNode }[]
  /** Exceptions only: the usual state carries no badge. */
  status?: ReactNode
  /** One primary deed and the menu of the rest. */
  deeds?: ReactNode
  tabs: ReactNode
}

/** Who or what this is, at a glance, above the tabs of its record. */
export function RecordHeader({ picture, name, facts, status, deeds, tabs }: RecordHeaderProps) {
  return (
    <header className="screen-head">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {picture}
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-2.5">
            <h1 className="text-xl font-semibold tracking-tight text-balance">{name}</h1>
            {status}
          </div>
          <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {facts.map(({ label, value }) => (
              <div key={label} className="flex gap-1.5">
                <dt className="text-soft">{label}</dt>
                <dd className="font-medium">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        {deeds && <div className="flex flex-wrap items-center gap-2 print:hidden">{deeds}</div>}
      </div>
      {tabs}
    </header>
  )
}
