'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFocusOn } from '@/components/form/use-focus-on'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { ratings, type SignRating } from '@/lib/domain/development/signs'
import { rateSignAction } from './actions'
import type { ShownSign } from './shown-signs.server'
import { SignFigure } from './sign-figure'

/** A drawing, a guess, the answer, and how well one knew it; nobody counts but the learner. */
export function Practice({ signs }: { signs: readonly ShownSign[] }) {
  const t = useTranslations('signs')
  const [round] = useState(signs)
  const [at, setAt] = useState(0)
  const [isShown, setShown] = useState(false)
  const [isLost, setLost] = useState(false)
  const sign = round[at]
  const step = useFocusOn<HTMLHeadingElement>(`${at} ${isShown}`)

  async function rate(rating: SignRating) {
    const result = sign && (await rateSignAction({ key: sign.key, rating }).catch(() => null))
    setLost(!result?.ok)
    if (!result?.ok) return
    setShown(false)
    setAt(at + 1)
  }

  if (round.length === 0) return <EmptyState title={t('nothing')} />
  if (!sign) return <section ref={step} tabIndex={-1} aria-label={t('done')} className="outline-none"><EmptyState title={t('done')} deed={<LinkButton href="/signs" variant="primary">{t('all')}</LinkButton>}>{t('doneText', { count: round.length })}</EmptyState></section>
  return (
    <div className="flex max-w-xl flex-1 flex-col gap-4">
      <Progress label={t('of', { number: at + 1, all: round.length })} value={at} max={round.length} />
      <SignFigure sign={sign} label={isShown ? t('figure', { word: sign.word }) : `${t('figureAsked')}: ${sign.how}`} />
      {isLost && <Notice urgent tone="bad" title={t('lost')} />}
      <div>
        {isShown ? (
          <>
            <h2 ref={step} tabIndex={-1} className="text-lg font-semibold outline-none">{sign.word}</h2>
            <p className="text-base">{sign.how}</p>
          </>
        ) : <h2 ref={step} tabIndex={-1} className="text-lg font-semibold outline-none">{t('which')}</h2>}
      </div>
      <div className="screen-foot">
        {isShown ? (
          <div role="group" aria-label={t('rate')} className="flex flex-1 flex-wrap gap-2">
            {ratings.map((rating) => <Button key={rating} size="lg" className="flex-1" variant={rating === 'known' ? 'primary' : 'secondary'} onClick={() => void rate(rating)}>{t(`ratings.${rating}`)}</Button>)}
          </div>
        ) : <Button variant="primary" size="lg" onClick={() => setShown(true)}>{t('show')}</Button>}
      </div>
    </div>
  )
}
