'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Status } from '@/components/ui/status'
import type { ReasonChoice } from '@/lib/domain/attendance/reason.server'
import type { DayMark, StudentDayFull } from '@/lib/domain/attendance/student-day.server'
import { statusLook } from '../../../[classId]/status-look'
import { useDaySentence } from '../../../day-sentence'
import { letterTone } from '../../../letter-look'
import { noticeText } from '../../../notice-text'
import { registerHref } from '../../../register-href'
import { CorrectDialog } from './correct-dialog'

type Shown = { found: StudentDayFull; reasons: readonly ReasonChoice[]; mayCorrect: boolean }

function Mark({ mark, found: { date, timeZone, student }, reasons, mayCorrect }: Shown & { mark: DayMark }) {
  const t = useTranslations('attendance')
  const format = useFormatter()
  const { status, minutesLate, teacherStatus } = mark
  return (
    <li className="border-t border-line px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link href={registerHref(date, `/attendance/students/${student.id}/${date}`)(mark)} className="min-w-0 flex-1 basis-40 font-medium hover:underline">{[mark.startsAt, mark.className].filter(Boolean).join(' ')}</Link>
        <Status {...statusLook[status]}>{status === 'late' && minutesLate ? t('lateBy', { minutes: minutesLate }) : t(`statuses.${status}`)}</Status>
        {mayCorrect && <CorrectDialog mark={mark} reasons={reasons} />}
      </div>
      <p className="text-sm text-soft">{[mark.reason, teacherStatus && t('studentDay.teacher', { status: t(`statuses.${teacherStatus}`) }), mark.remark].filter(Boolean).join(' · ')}</p>
      <ol aria-label={t('studentDay.history')} className="mt-2 border-s-2 border-line ps-3 text-sm">
        {mark.steps.map(({ at, by, deed, status: then, minutesLate: minutes, why }) => (
          <li key={`${deed} ${at.toISOString()}`} className="py-0.5 text-soft">
            <span className="text-ink">{then === 'late' && minutes ? t('lateBy', { minutes }) : t(`statuses.${then}`)}</span>
            {' · '}{t(`studentDay.deeds.${deed}`)}{' · '}{[by ?? t('somebody'), format.dateTime(at, { dateStyle: 'short', timeStyle: 'short', timeZone }), why].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ol>
    </li>
  )
}

/** A day, why it is what it is, and everything that made it. */
export function StudentDay(shown: Shown) {
  const { day, marks, notices, calls, timeZone } = shown.found
  const t = useTranslations('attendance')
  const format = useFormatter()
  const sentence = useDaySentence()
  if (marks.length === 0 && notices.length === 0 && calls.length === 0) return <EmptyState title={t('studentDay.empty')}>{t('studentDay.emptyText')}</EmptyState>
  return (
    <>
      {day && <p className={`tone-${letterTone[day.letter]} share-word rounded-lg border border-line bg-raised p-4 font-medium`}>{sentence(day)}</p>}
      {marks.length > 0 && <Card title={t('studentDay.marks')} flush><ul>{marks.map((mark) => <Mark key={mark.id} mark={mark} {...shown} />)}</ul></Card>}
      {notices.length > 0 && (
        <Card title={t('studentDay.notices')} flush>
          <ul>{notices.map((notice) => <li key={notice.id} className="border-t border-line px-4 py-2.5">{noticeText(t, notice)}<span className="block text-sm text-soft">{[notice.by && t('staff.by', { name: notice.by }), notice.note].filter(Boolean).join(' · ')}</span></li>)}</ul>
        </Card>
      )}
      {calls.length > 0 && (
        <Card title={t('studentDay.calls')} flush>
          <ul>{calls.map(({ id, outcome, note, at, by }) => <li key={id} className="border-t border-line px-4 py-2.5">{t(`office.outcomes.${outcome}`)}<span className="block text-sm text-soft">{[by, format.dateTime(at, { timeStyle: 'short', timeZone }), note].filter(Boolean).join(' · ')}</span></li>)}</ul>
        </Card>
      )}
    </>
  )
}
