'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { Face } from '@/components/ui/face'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { isAway, leaveTypes, mayBeOnLeave, type LeaveType, type SheetRow, type StaffDayInput, type StaffSheet, type StaffStatus } from '@/lib/domain/attendance/staff-day'
import { StaffDayDialog } from './staff-day-dialog'
import { staffLook } from './status-look'

export type QuickMark = Pick<StaffDayInput, 'status'> & Partial<Pick<StaffDayInput, 'leaveType' | 'arrivedAt'>>
const quick = ['present', 'late', 'absent'] as const
/** Which of the three buttons a status stands under. */
const under = (status: StaffStatus) => (isAway(status) ? 'absent' : status === 'late' ? 'late' : status === 'present' ? 'present' : null)

type StaffRowProps = { row: SheetRow; sheet: Pick<StaffSheet, 'date' | 'today' | 'now'>; mayTake: boolean; onMark: (said: QuickMark) => void }

/** Somebody's day: three taps on offer, the kind of leave beside an absence, and the rest in a dialog. */
export function StaffRow({ row, sheet, mayTake, onMark }: StaffRowProps) {
  const t = useTranslations('attendance.staff')
  const { name, jobTitle, mark, isOnLeave } = row
  const pressed = mark && under(mark.status)
  const isFuture = sheet.date > sheet.today
  const tap = (status: (typeof quick)[number]) => onMark({ status, ...(status === 'late' && sheet.date === sheet.today ? { arrivedAt: sheet.now } : {}) })
  const said = [
    mark && !['present', 'absent'].includes(mark.status) && t(`statuses.${mark.status}`), mark?.arrivedAt && t('came', { time: mark.arrivedAt }),
    mark && !mayTake && mark.leaveType && t(`leave.${mark.leaveType}`), mark?.note, mark?.source === 'self' && t('bySelf'), mark?.source === 'office' && mark.by && t('by', { name: mark.by }),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5">
      <Face name={name} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium"><bdi>{name}</bdi>{isOnLeave && <span className="ms-2 text-sm font-normal text-soft">{t('onLeave')}</span>}</p>
        <p className="truncate text-sm text-soft">{[jobTitle, ...said].filter(Boolean).join(' · ')}</p>
      </div>
      {!mayTake && (mark ? <Status {...staffLook[mark.status]}>{t(`statuses.${mark.status}`)}</Status> : <span className="text-sm text-soft">{t('open')}</span>)}
      {mayTake && (
        <div className="flex flex-wrap items-center gap-2">
          {mark && mayBeOnLeave(mark.status) && (
            <Select
              className="w-40" aria-label={t('leaveOf', { name })} options={leaveTypes.map((value) => ({ value, label: t(`leave.${value}`) }))} placeholder={t('noLeave')} value={mark.leaveType ?? ''}
              onChange={(event) => onMark({ status: mark.status, leaveType: (event.target.value || null) as LeaveType | null })}
            />
          )}
          <span className="flex items-center gap-2">
            <div role="group" aria-label={t('dayOf', { name })} className="inline-flex rounded border border-line-strong bg-raised p-0.5">
              {quick.filter((status) => !isFuture || status === 'absent').map((status) => (
                <button
                  key={status} type="button" aria-pressed={pressed === status} onClick={() => pressed !== status && tap(status)}
                  className={clsx('h-7.5 rounded-sm px-3 text-sm font-medium transition-colors pointer-coarse:h-11', pressed === status ? `tone-${staffLook[status].tone} bg-(--tone-tint) text-(--tone) ring-1 ring-(--tone)` : mark === null && status === 'present' ? 'text-ink ring-1 ring-line-strong' : 'text-soft hover:text-ink')}
                >
                  {pressed === status && <span aria-hidden="true" className={clsx('me-1.5 inline-block size-3.5 bg-current mask-(--icon) mask-contain mask-no-repeat align-[-2px]')} />}
                  {t(`statuses.${status}`)}
                </button>
              ))}
            </div>
            <StaffDayDialog row={row} sheet={sheet} />
          </span>
        </div>
      )}
    </li>
  )
}
