'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Lesson, Step } from '@/lib/domain/timetable/board'
import type { Clash } from '@/lib/domain/timetable/clash'
import { useReason } from './place'

type ClashDialogProps = { lesson: Lesson; clashes: readonly Clash[]; swap: Step | null; room: Step | null; onTake: (step: Step) => void; onClose: () => void }

/** Two lessons want one place: they change places, one of them waits, or everything stays. */
export function ClashDialog({ lesson, clashes, swap, room, onTake, onClose }: ClashDialogProps) {
  const t = useTranslations('timetables.clashes')
  const reasonOf = useReason()
  const foot = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      {room && <Button onClick={() => onTake(room)}>{t('unplace', { count: room.length - 1 })}</Button>}
      {swap && <Button variant="primary" onClick={() => onTake(swap)}>{t('swap')}</Button>}
    </>
  )
  return (
    <Dialog title={t('title', { className: lesson.className, subject: lesson.subject })} open onOpenChange={(isOpen) => !isOpen && onClose()} foot={foot}>
      <ul className="flex flex-col gap-1">
        {clashes.map((clash) => <li key={clash.because === 'elsewhere' ? clash.campusName : `${clash.because} ${clash.other.id}`}>{reasonOf(clash, lesson)}</li>)}
      </ul>
      {!swap && !room && <p className="mt-2 text-soft">{t('noWay')}</p>}
    </Dialog>
  )
}
