import { columnsOf } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { RegisterRow } from '@/lib/domain/attendance/day.server'
import type { PlainDate } from '@/lib/platform/time'

type Row = RegisterRow & { id: string }
type Words = (key: 'class' | 'time' | 'wholeDay' | 'campus' | 'teacher' | 'present' | 'absent' | 'late' | 'state' | 'taken' | 'missing') => string

/** Where a register is, and where one comes back to from it. The day is always said: today is another one where the class is, or after midnight. */
export const registerHref = (date: PlainDate, done: string) => ({ classId, periodId }: Pick<RegisterRow, 'classId' | 'periodId'>) =>
  `/attendance/${classId}?${new URLSearchParams({ date, ...(periodId ? { period: periodId } : {}), ...(done === '/' ? {} : { done }) }).toString()}`

export const registerColumns = (t: Words, campusName: (id: string) => string) => {
  const c = columnsOf<Row>()
  const counted = (key: 'present' | 'absent' | 'late') => c.accessor(key, { header: t(key), cell: ({ row: { original } }) => (original.taken ? original[key] : '–'), meta: { align: 'end', card: 'nowhere' } })
  return c.columns([
    c.accessor('className', { id: 'class', header: t('class'), meta: { sort: 'class' } }),
    c.accessor('startsAt', { id: 'time', header: t('time'), cell: ({ row: { original } }) => original.startsAt ?? t('wholeDay') }),
    c.accessor('campusId', { id: 'campus', header: t('campus'), cell: ({ row: { original } }) => campusName(original.campusId) }),
    c.accessor('teacher', { header: t('teacher') }),
    counted('present'),
    counted('absent'),
    counted('late'),
    c.accessor('taken', { id: 'state', header: t('state'), cell: ({ row: { original } }) => <Status tone={original.taken ? 'ok' : 'warn'}>{t(original.taken ? 'taken' : 'missing')}</Status>, meta: { card: 'beside' } }),
  ])
}
