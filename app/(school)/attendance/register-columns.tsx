import { columnsOf, type Words } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { RegisterRow } from '@/lib/domain/attendance/day.server'

type Row = RegisterRow & { id: string }

export function registerColumns(t: Words, campusName: (id: string) => string) {
  const c = columnsOf<Row>()
  const counted = (key: 'present' | 'late' | 'excused' | 'unexplained') => c.accessor((row) => (row.taken ? row[key] : null), { id: key, header: t(key), cell: ({ getValue }) => getValue() ?? '–', meta: { align: 'end', card: 'nowhere' } })
  return c.columns([
    c.accessor('className', { id: 'class', header: t('class'), meta: { sort: 'class' } }),
    c.accessor(({ taken }) => t(taken ? 'taken' : 'missing'), { id: 'state', header: t('state'), cell: ({ row: { original }, getValue }) => <Status tone={original.taken ? 'ok' : 'warn'}>{getValue()}</Status>, meta: { card: 'beside' } }),
    c.accessor(({ startsAt }) => startsAt ?? t('wholeDay'), { id: 'time', header: t('time') }),
    c.accessor(({ campusId }) => campusName(campusId), { id: 'campus', header: t('campus') }),
    c.accessor('teacher', { header: t('teacher') }),
    counted('present'),
    counted('late'),
    counted('excused'),
    counted('unexplained'),
  ])
}
