import { MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import { commentLength } from '@/lib/domain/development/walkthrough'

/** A criterion in the language of whoever looks. */
export type ShownCriterion<Key extends string = string> = { key: Key; name: string; about: string; ratings: readonly string[] }

type RatingRowProps = { criterion: ShownCriterion; rating: number | undefined; comment: string; isLocked: boolean; onRate: (rating: number) => void; onComment: (text: string) => void }

/** One criterion: five large buttons with their words, one tap; and room for a comment. */
export function RatingRow({ criterion: { key, name, about, ratings }, rating, comment, isLocked, onRate, onComment }: RatingRowProps) {
  const t = useTranslations('walkthroughs.board')
  const id = useId()
  const [isOpen, setOpen] = useState(comment !== '')
  return (
    <fieldset className="visit-row" data-key={key} data-rated={rating !== undefined || undefined}>
      <legend className="sr-only">{name}</legend>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <p aria-hidden="true" className="font-semibold max-md:flex-1">{name}</p>
        <p id={id} className="min-w-0 flex-1 text-sm text-soft max-md:order-last max-md:basis-full">{about}</p>
        {!isOpen && <Button variant="quiet" size="sm" disabled={isLocked} onClick={() => setOpen(true)} aria-label={t('commentOn', { name })}><MessageSquare />{t('comment')}</Button>}
      </div>
      <div className="visit-ratings">
        {ratings.map((words, n) => (
          <label key={words} className="visit-rating">
            <input type="radio" name={key} value={n + 1} checked={rating === n + 1} disabled={isLocked} aria-describedby={id} onChange={() => onRate(n + 1)} />
            <span className="visit-number">{n + 1}</span>
            <span className="visit-words">{words}</span>
          </label>
        ))}
      </div>
      {rating !== undefined && <p aria-hidden="true" className="visit-chosen">{ratings[rating - 1]}</p>}
      {isOpen && <Textarea rows={2} maxLength={commentLength} autoFocus={comment === ''} defaultValue={comment} disabled={isLocked} aria-label={t('commentOn', { name })} placeholder={t('comment')} onChange={(event) => onComment(event.target.value)} />}
    </fieldset>
  )
}
