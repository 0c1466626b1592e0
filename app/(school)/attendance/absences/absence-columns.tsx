import { columnsOf } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { AbsenceRow } from '@/lib/domain/attendance/day.server'
import { statusLook } from '../[classId]/status-look'

type Words = {
  (key: `absences.${'student' | 'class' | 'time' | 'campus' | 'remark' | 'status'}` | `statuses.${AbsenceRow['status']}`): string
  (key: 'lateBy', values: { minutes: number }): string
}

/** The time of a lesson, where marks are of lessons. */
export const absenceColumns = (t: Words, hasLessons: boolean) => {
  const c = columnsOf<AbsenceRow>()
  return c.columns([
    c.accessor('name', { header: t('absences.student'), meta: { sort: 'name' } }),
    c.accessor('className', { id: 'class', header: t('absences.class') }),
    ...(hasLessons ? [c.accessor('startsAt', { id: 'time', header: t('absences.time'), cell: ({ row: { original } }) => original.startsAt ?? '–', meta: { card: 'nowhere' } })] : []),
    c.accessor('campusName', { id: 'campus', header: t('absences.campus') }),
    c.accessor('remark', { header: t('absences.remark'), meta: { card: 'nowhere' } }),
    c.accessor('status', {
      header: t('absences.status'),
      cell: ({ row: { original } }) => <Status {...statusLook[original.status]}>{original.status === 'late' && original.minutesLate ? t('lateBy', { minutes: original.minutesLate }) : t(`statuses.${original.status}`)}</Status>,
      meta: { card: 'beside' },
    }),
  ])
}
