import { columnsOf, type Words } from '@/components/table/columns'
import { Day } from '@/components/ui/day'
import type { SpecialDayRow } from '@/lib/domain/academics/special-day.server'

export function specialDayColumns(t: Words) {
  const c = columnsOf<SpecialDayRow>()
  return c.columns([
    c.accessor('title', { id: 'name', header: t('specialDays.name'), meta: { sort: 'name' } }),
    c.accessor('date', { header: t('specialDays.date'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { sort: 'date' } }),
    c.accessor(({ kind }) => t(`specialDays.kinds.${kind}`), { id: 'kind', header: t('specialDays.kind') }),
    c.accessor(({ campusName }) => campusName ?? t('specialDays.everyCampus'), { id: 'campus', header: t('specialDays.campus') }),
  ])
}
