import { columnsOf } from '@/components/table/columns'
import type { AnyCatalog, Field } from '@/lib/platform/catalog'
import type { PlainRow, PlainValue } from '@/lib/platform/record.server'
import { toDate } from '@/lib/platform/plain-date'

function worded({ kind }: Field, value: PlainValue | undefined, dates: Intl.DateTimeFormat) {
  if (kind === 'flag') return value === true ? '✓' : ''
  return kind === 'date' && typeof value === 'string' ? dates.format(toDate(value)) : (value ?? '')
}

/** A column a field, in the order of the facts. */
export function catalogColumns({ fields, list }: AnyCatalog, labels: Record<string, string>, locale: string) {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const c = columnsOf<PlainRow>()
  return c.columns(
    Object.entries(fields).map(([name, field]) =>
      c.accessor(({ values }) => worded(field, values[name], dates), {
        id: name,
        header: labels[name] ?? name,
        meta: { ...(name in list.sorts ? { sort: name } : {}), ...(field.kind === 'number' ? { align: 'end' as const } : {}) },
      }),
    ),
  )
}
