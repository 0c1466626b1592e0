import { columnsOf, type Words } from '@/components/table/columns'
import { Named } from '@/components/table/named'
import { Status } from '@/components/ui/status'
import type { AbsenceRow } from '@/lib/domain/attendance/day.server'
import { statusLook } from '../[classId]/status-look'

/** A student stands here once; where a campus takes registers by lesson, the lessons stand beneath each other. */
export function absenceColumns(t: Words, hasLessons: boolean) {
  const lessonsOf = ({ lessons }: AbsenceRow) => lessons.map(({ className, startsAt, status }) => `${startsAt ?? ''} ${className} ${t(`statuses.${status}`)}`.trim())
  const c = columnsOf<AbsenceRow>()
  return c.columns([
    c.accessor('name', { header: t('absences.student'), cell: ({ getValue }) => <Named name={getValue()} />, meta: { sort: 'name' } }),
    c.accessor(({ status, minutesLate }) => (status === 'late' && minutesLate ? t('lateBy', { minutes: minutesLate }) : t(`statuses.${status}`)), {
      id: 'status', header: t('absences.status'),
      cell: ({ row: { original }, getValue }) => <Status {...statusLook[original.status]}>{getValue()}</Status>,
      meta: { card: 'beside' },
    }),
    c.accessor('className', { id: 'class', header: t('absences.class') }),
    ...(hasLessons ? [c.accessor((row) => lessonsOf(row).join(', '), { id: 'lessons', header: t('absences.lessons'), cell: ({ row: { original } }) => <ul className="text-soft">{lessonsOf(original).map((lesson) => <li key={lesson}>{lesson}</li>)}</ul>, meta: { card: 'nowhere' } })] : []),
    c.accessor('campusName', { id: 'campus', header: t('absences.campus') }),
    c.accessor('remark', { header: t('absences.remark'), meta: { card: 'nowhere' } }),
  ])
}
