import type { ReactNode } from 'react'

/** What a record says, name by name. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2 lg:grid-cols-3">
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="mt-0.5 font-medium break-words whitespace-pre-line">{value || '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
