'use client'

import { Redo2, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { Select, type Option } from '@/components/ui/select'
import type { Hand } from './hand'
import { viewKinds, type View, type ViewKind } from './view'

type HandBarProps = {
  view: View
  choices: readonly Option[]
  rooms: readonly Option[]
  hand: Hand | null
  isSaving: boolean
  canUndo: boolean
  canRedo: boolean
  onView: (by: ViewKind, of?: string) => void
  onRoom: (room: string | null) => void
  onPutBack: () => void
  onUndo: () => void
  onRedo: () => void
}

/** Whose week is drawn, or what is in hand; and the way back. */
export function HandBar({ view, choices, rooms, hand, isSaving, canUndo, canRedo, onView, onRoom, onPutBack, onUndo, onRedo }: HandBarProps) {
  const t = useTranslations('timetables.board')
  return (
    <div className="hand" data-full={hand ? '' : undefined}>
      {hand ? (
        <>
          <p className="min-w-0 font-medium">{t('inHand', { className: hand.lesson.className, subject: hand.lesson.subject })}</p>
          {view.by !== 'room' && (
            <label className="flex items-center gap-2 text-sm">
              <span className="text-soft">{t('roomIn')}</span>
              <Select className="max-w-44" options={rooms} placeholder={t('noRoom')} value={hand.room ?? ''} onChange={({ currentTarget }) => onRoom(currentTarget.value || null)} />
            </label>
          )}
          <Button onClick={onPutBack}><X aria-hidden />{t('putBack')}</Button>
        </>
      ) : (
        <>
          <Segmented label={t('by.label')} name="by" options={viewKinds.map((value) => ({ value, label: t(`by.${value}`) }))} defaultValue={view.by} onChange={({ currentTarget }) => onView(currentTarget.value as ViewKind)} />
          <Select aria-label={t(`by.${view.by}`)} className="max-w-56" options={choices} value={view.of} onChange={({ currentTarget }) => onView(view.by, currentTarget.value)} />
        </>
      )}
      <span className="ms-auto flex items-center gap-1">
        <span role="status" className="me-2 text-xs text-soft">{isSaving ? t('saving') : t('saved')}</span>
        <IconButton label={t('undo')} disabled={!canUndo} onClick={onUndo}><Undo2 aria-hidden /></IconButton>
        <IconButton label={t('redo')} disabled={!canRedo} onClick={onRedo}><Redo2 aria-hidden /></IconButton>
      </span>
    </div>
  )
}
