import { useFormatter, useTranslations } from 'next-intl'
import { columnsOf } from '@/components/table/columns'
import { countOf } from '@/lib/domain/interop/import-batch'
import type { ImportRow } from '@/lib/domain/interop/public.server'
import { ImportStateMark } from './import-state'

export function useImportColumns() {
  const t = useTranslations('imports.list')
  const format = useFormatter()
  const c = columnsOf<ImportRow>()
  return c.columns([
    c.accessor('fileName', { header: t('file') }),
    c.accessor('state', { header: t('state'), cell: ({ row }) => <ImportStateMark {...row.original} />, meta: { card: 'beside' } }),
    c.accessor('summary', {
      header: t('changes'),
      cell: ({ row: { original } }) => t('changesOf', { created: countOf(original.summary, 'new'), changed: countOf(original.summary, 'changed') + countOf(original.summary, 'revived'), gone: countOf(original.summary, 'gone') }),
    }),
    c.accessor('by', { header: t('by') }),
    c.accessor('createdAt', { header: t('created'), cell: ({ row }) => format.dateTime(row.original.createdAt, { dateStyle: 'medium', timeStyle: 'short' }), meta: { sort: 'created' } }),
  ])
}
