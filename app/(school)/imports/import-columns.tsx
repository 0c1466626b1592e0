import { useFormatter } from 'next-intl'
import { columnsOf, type Words } from '@/components/table/columns'
import { countOf } from '@/lib/domain/interop/import-batch'
import type { ImportRow } from '@/lib/domain/interop/public.server'
import { ImportStateMark } from './import-state'

const changesOf = ({ summary }: ImportRow) => ({ created: countOf(summary, 'new'), changed: countOf(summary, 'changed') + countOf(summary, 'revived'), gone: countOf(summary, 'gone') })

export function importColumns(t: Words, format: ReturnType<typeof useFormatter>) {
  const c = columnsOf<ImportRow>()
  return c.columns([
    c.accessor('fileName', { header: t('list.file') }),
    c.accessor(({ state }) => t(`states.${state}`), { id: 'state', header: t('list.state'), cell: ({ row }) => <ImportStateMark {...row.original} />, meta: { card: 'beside' } }),
    c.accessor((row) => t('list.changesOf', changesOf(row)), { id: 'summary', header: t('list.changes') }),
    c.accessor('by', { header: t('list.by') }),
    c.accessor(({ createdAt }) => format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' }), { id: 'createdAt', header: t('list.created'), meta: { sort: 'created' } }),
  ])
}
