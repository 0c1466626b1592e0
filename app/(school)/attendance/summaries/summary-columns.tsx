import { columnsOf, type Words } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { SummaryRow } from '@/lib/domain/attendance/summary'

export function summaryColumns(t: Words, ofOneCampus: boolean) {
  const c = columnsOf<SummaryRow>()
  const number = (key: 'enrolled' | 'present' | 'late' | 'half' | 'absent' | 'excused') => c.accessor(key, { header: t(key), meta: { align: 'end', card: key === 'absent' ? 'line' : 'nowhere' } })
  return c.columns([
    c.accessor('date', { header: t('date'), meta: { sort: 'date' } }),
    ...(ofOneCampus ? [] : [c.accessor('campusName', { id: 'campus', header: t('campus') })]),
    number('enrolled'), number('present'), number('late'), number('half'), number('absent'), number('excused'),
    c.accessor(({ percentage }) => percentage, { id: 'percentage', header: t('percentage'), cell: ({ getValue }) => `${getValue()} %`, meta: { align: 'end', card: 'line' } }),
    c.accessor(({ source }) => t(`sources.${source}`), { id: 'source', header: t('source'), cell: ({ row: { original }, getValue }) => <Status tone={original.source === 'ledger' ? 'ok' : 'quiet'} icon={original.source === 'ledger' ? undefined : 'pencil'}>{getValue()}</Status>, meta: { card: 'beside' } }),
    c.accessor(({ recordedBy, notes }) => [recordedBy, notes].filter(Boolean).join(': '), { id: 'recordedBy', header: t('recordedBy'), meta: { card: 'line' } }),
  ])
}
