import type { PreviewProps } from './payload-preview'

/** The rows of a visit, with the words of each rating. */
export const CriteriaPreview = ({ payload, say }: PreviewProps<'walkthrough_criteria'>) => (
  <div>
    {payload.criteria.map(({ key, name, about, ratings }) => (
      <section key={key} aria-label={say(name)} className="flex flex-col gap-2 border-t border-line py-3 first:border-0 first:pt-0">
        <p className="font-semibold">{say(name)} <span className="text-sm font-normal text-soft">{say(about)}</span></p>
        <ol className="flex flex-col gap-1">{ratings.map((words, n) => <li key={n} className="flex gap-2.5"><span className="w-5 shrink-0 text-center font-semibold tabular-nums">{n + 1}</span>{say(words)}</li>)}</ol>
      </section>
    ))}
  </div>
)
