'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import type { CriterionKey } from '@/lib/domain/development/content-type'
import { blankVisit, notesLength, type DraftInput } from '@/lib/domain/development/walkthrough'
import { discardDraftAction } from '../actions'
import { dropVisit, keptVisits, visitsOf, type KeptVisit } from '../kept-visit'
import { RatingRow, type ShownCriterion } from './rating-row'
import { useVisit } from './use-visit'

export type VisitBoardProps = {
  userId: string
  teacher: { id: string; name: string }
  periodId: string | null
  /** The server's clock when the page was asked for. */
  at: string
  /** What the server has of it, begun here or on another device. */
  kept: DraftInput | null
  /** The draft that the address names. */
  draftId: string | null
  criteria: readonly ShownCriterion<CriterionKey>[]
}

const recent = 12 * 3_600_000

/** The visit on this device, unless the server knows a later state of it; else the server's; else a new one. */
function begin({ userId, teacher, periodId, at, kept, draftId }: VisitBoardProps): KeptVisit {
  const here = keptVisits(visitsOf(userId)).find(({ draft }) => (draftId ? draft.id === draftId : draft.teacherId === teacher.id && draft.periodId === periodId && Date.parse(at) - Date.parse(draft.startedAt) < recent))
  if (here && !(kept?.id === here.draft.id && kept.revision > here.draft.revision && !here.pending)) return here
  const draft = kept ?? { id: crypto.randomUUID(), teacherId: teacher.id, periodId, startedAt: at, revision: 0, content: blankVisit }
  const query = new URLSearchParams({ teacher: teacher.id, ...(periodId ? { period: periodId } : {}), visit: draft.id })
  return { name: teacher.name, href: `/walkthroughs/new?${query.toString()}`, pending: false, draft }
}

export default function VisitBoard(props: VisitBoardProps) {
  const { userId, teacher, criteria } = props
  const t = useTranslations('walkthroughs.board')
  const router = useRouter()
  const [first] = useState(() => begin(props))
  const rows = useRef<HTMLDivElement>(null)
  const onSent = useCallback((id: string) => {
    toast({ tone: 'ok', title: t('saved'), text: teacher.name })
    router.replace(`/walkthroughs/${id}`)
    router.refresh()
  }, [router, t, teacher.name])
  const { visit, keeping, sending, change, share, deliver } = useVisit(userId, first, onSent)
  const { ratings, comments, notes } = visit.draft.content
  const isLocked = visit.pending || sending.state === 'sent'
  const missing = criteria.filter(({ key }) => ratings[key] === undefined)

  async function discard() {
    dropVisit(userId, visit.draft.id)
    await discardDraftAction({ id: visit.draft.id }).catch(() => null)
    router.replace('/walkthroughs')
  }

  const isUnsent = sending.state === 'unsent' || (sending.state === 'sending' && visit.pending)
  return (
    <div className="flex flex-1 flex-col gap-4">
      {sending.state === 'unsent' && <Notice urgent tone="warn" title={t('unsent')} deed={<Button onClick={() => void deliver()}>{t('sendAgain')}</Button>}>{t('unsentText')}</Notice>}
      {sending.state === 'refused' && <Notice urgent tone="bad" title={sending.message} deed={sending.wants === 'sign-in' && <LinkButton href={`/sign-in?next=${encodeURIComponent(visit.href)}`}>{t('signIn')}</LinkButton>} />}
      <div ref={rows} className="-mt-3">
        {criteria.map((criterion) => (
          <RatingRow
            key={criterion.key} criterion={criterion} rating={ratings[criterion.key]} comment={comments[criterion.key] ?? ''} isLocked={isLocked}
            onRate={(rating) => change((before) => ({ ...before, ratings: { ...before.ratings, [criterion.key]: rating } }))}
            onComment={(text) => change((before) => ({ ...before, comments: { ...before.comments, [criterion.key]: text } }))}
          />
        ))}
      </div>
      <Field id="visit-notes" label={t('notes')} hint={t('notesHint')} optional>
        <Textarea id="visit-notes" rows={4} maxLength={notesLength} defaultValue={notes} disabled={isLocked} aria-describedby="visit-notes-hint" onChange={(event) => change((before) => ({ ...before, notes: event.target.value }))} />
      </Field>
      {!isLocked && (
        <div>
          <ConfirmButton label={t('discard')} variant="secondary" question={t('discardQuestion')} keep={t('keep')} onConfirm={() => void discard()}>{t('discardText')}</ConfirmButton>
        </div>
      )}
      <div className="screen-foot">
        <p role="status" className="me-auto flex flex-wrap items-center gap-x-3 font-medium tabular-nums max-md:basis-full">
          {t('of', { done: criteria.length - missing.length, all: criteria.length })}
          {isUnsent ? <Status tone="warn">{t(sending.state === 'sending' ? 'sending' : 'unsent')}</Status> : keeping !== 'new' && <Status tone={keeping === 'server' ? 'ok' : 'quiet'}>{t(keeping === 'server' ? 'saved' : 'onDevice')}</Status>}
        </p>
        {missing.length > 0 ? (
          <Button size="lg" onClick={() => rows.current?.querySelector<HTMLInputElement>('fieldset:not([data-rated]) input')?.focus()}>{t('shareMissing', { count: missing.length })}</Button>
        ) : (
          <ConfirmButton label={t('share', { name: teacher.name })} question={t('preview')} keep={t('back')} pending={isUnsent} disabled={isLocked} onConfirm={share}>
            <p>{t('previewText', { name: teacher.name })}</p>
            <ul className="mt-3 flex flex-col gap-1 text-sm">
              {criteria.map(({ key, name, ratings: words }) => (
                <li key={key}><span className="font-medium">{name}:</span> {ratings[key]} · {words[(ratings[key] ?? 1) - 1]}{comments[key] && <q className="block text-soft">{comments[key]}</q>}</li>
              ))}
            </ul>
            {notes && <p className="mt-3 text-sm whitespace-pre-line">{notes}</p>}
          </ConfirmButton>
        )}
      </div>
    </div>
  )
}
