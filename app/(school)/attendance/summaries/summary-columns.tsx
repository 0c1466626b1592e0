import { columnsOf, type Words } from '@/components/table/columns'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import type { SummaryRow } from '@/lib/domain/attendance/summary'

export function summaryColumns(t: Words, locale: string, ofOneCampus: boolean) {
  const shares = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const c = columnsOf<SummaryRow>()
  const number = (key: 'enrolled' | 'present' | 'late' | 'half' | 'absent' | 'excused') => c.accessor(key, { header: t(key), meta: { align: 'end', card: 'nowhere' } })
  return c.columns([
    c.accessor('date', { header: t('date'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { sort: 'date' } }),
    ...(ofOneCampus ? [] : [c.accessor('campusName', { id: 'campus', header: t('campus') })]),
    number('enrolled'), number('present'), number('late'), number('half'), number('absent'), number('excused'),
    c.accessor(({ percentage }) => percentage, { id: 'percentage', header: t('percentage'), cell: ({ getValue }) => shares.format(getValue() / 100), meta: { align: 'end', card: 'line' } }),
    c.accessor(({ source }) => t(`sources.${source}`), { id: 'source', header: t('source'), cell: ({ row: { original }, getValue }) => <Status tone={original.source === 'ledger' ? 'ok' : 'quiet'} icon={original.source === 'ledger' ? undefined : 'pencil'}>{getValue()}</Status>, meta: { card: 'beside' } }),
    c.accessor(({ recordedBy, notes }) => [recordedBy, notes].filter(Boolean).join(': '), { id: 'recordedBy', header: t('recordedBy'), meta: { card: 'line' } }),
  ])
}
