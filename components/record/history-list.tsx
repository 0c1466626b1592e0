import { EmptyState } from '@/components/ui/empty-state'

export type HistoryLine = { id: string; who: string; deed: string; when: string; changes: readonly { label: string; before: string | null; after: string | null }[] }

type HistoryListProps = { lines: readonly HistoryLine[]; words: { empty: string; blank: string; from: string; to: string } }

/** Who did what and when, the newest first, with what it was before and after. */
export function HistoryList({ lines, words }: HistoryListProps) {
  if (lines.length === 0) return <EmptyState title={words.empty} />
  return (
    <ol className="flex flex-col rounded-lg border border-line bg-raised">
      {lines.map(({ id, who, deed, when, changes }) => (
        <li key={id} className="border-t border-line px-4 py-3 first:border-t-0">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span><span className="font-medium">{who}</span>{' '}<span>{deed}</span></span>
            <time className="text-sm text-soft tabular-nums">{when}</time>
          </p>
          {changes.length > 0 && (
            <dl className="mt-1.5 flex flex-col gap-1 text-sm">
              {changes.map(({ label, before, after }) => (
                <div key={label} className="flex flex-wrap gap-x-2">
                  <dt className="text-soft">{label}</dt>
                  <dd>
                    {before !== null && <><span className="sr-only">{words.from}</span><del className="text-soft">{before || words.blank}</del>{' → '}</>}
                    <span className="sr-only">{words.to}</span>
                    <ins className="font-medium no-underline">{after || words.blank}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}
