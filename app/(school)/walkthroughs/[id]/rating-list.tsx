import { useTranslations } from 'next-intl'
import type { CriterionKey } from '@/lib/domain/development/content-type'
import type { Walkthrough } from '@/lib/domain/development/walkthrough-reading.server'
import type { ShownCriterion } from '../new/rating-row'

/** Each criterion with its rating in words; the dots are for the eye. */
export function RatingList({ criteria, visit: { ratings, comments } }: { criteria: readonly ShownCriterion<CriterionKey>[]; visit: Pick<Walkthrough, 'ratings' | 'comments'> }) {
  const t = useTranslations('walkthroughs.board')
  return (
    <ul>
      {criteria.map(({ key, name, ratings: words }) => (
        <li key={key} className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-3">
          <span className="w-44 font-medium">{name}</span>
          <span aria-hidden="true" className="flex items-center gap-1">
            {words.map((word, n) => <span key={word} className={n < ratings[key] ? 'size-3 rounded-full bg-campus-line' : 'size-3 rounded-full border border-line-strong'} />)}
          </span>
          <span className="min-w-0 flex-1 basis-64">
            <span className="sr-only">{t('rate', { name, rating: ratings[key] })}: </span>
            {words[ratings[key] - 1]}
            {comments[key] && <q className="mt-1 block whitespace-pre-line text-soft">{comments[key]}</q>}
          </span>
        </li>
      ))}
    </ul>
  )
}
