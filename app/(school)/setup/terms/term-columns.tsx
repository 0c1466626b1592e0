import { columnsOf, type Words } from '@/components/table/columns'
import { Day } from '@/components/ui/day'
import type { TermRow } from '@/lib/domain/academics/term.server'

export function termColumns(t: Words) {
  const c = columnsOf<TermRow>()
  return c.columns([
    c.accessor('name', { header: t('fields.name'), meta: { sort: 'name' } }),
    c.accessor(({ termType }) => t(`terms.types.${termType}`), { id: 'type', header: t('terms.type') }),
    c.accessor('year', { header: t('terms.year') }),
    c.accessor('startDate', { id: 'start', header: t('fields.startDate'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { sort: 'start' } }),
    c.accessor('endDate', { header: t('fields.endDate'), cell: ({ getValue }) => <Day on={getValue()} /> }),
  ])
}
