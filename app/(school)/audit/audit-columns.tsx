import Link from 'next/link'
import type { HistoryLine } from '@/components/record/history-list'
import { columnsOf, type Words } from '@/components/table/columns'

export type AuditRow = HistoryLine & { entity: string; record: string | null }

/** A list that was exported is named as its address is. */
export function entityWord(t: Words, name: string): string {
  const key = `entities.${name.replaceAll('-', '_')}`
  return t.has(key) ? t(key) : name
}

export function auditColumns(t: Words) {
  const c = columnsOf<AuditRow>()
  return c.columns([
    c.accessor('when', { header: t('when'), meta: { sort: 'at' } }),
    c.accessor('who', { header: t('who') }),
    c.accessor('deed', { header: t('deed') }),
    c.accessor((row) => entityWord(t, row.entity), {
      id: 'entity', header: t('what'),
      cell: ({ getValue, row: { original } }) => (original.record ? <Link href={`/audit?record=${original.record}`} prefetch={false} aria-label={t('only', { record: getValue() })} title={t('only', { record: getValue() })} className="hover:underline">{getValue()}</Link> : getValue()),
    }),
    c.accessor(({ changes }) => changes.map(({ label, before, after }) => `${label}: ${before === null ? '' : `${before || '–'} → `}${after || '–'}`).join(' · '), {
      id: 'changes', header: t('changes'),
      cell: ({ getValue }) => <span className="block max-w-xl truncate" title={getValue()}>{getValue()}</span>,
      meta: { card: 'nowhere' },
    }),
  ])
}
