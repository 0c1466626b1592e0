'use client'

import { useTranslations } from 'next-intl'
import type { HistoryLine } from '@/components/record/history-list'
import { columnsOf } from '@/components/table/columns'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { auditEntities } from '@/lib/domain/access/audit-event'
import type { ListView, Paged } from '@/lib/platform/list-view'

type AuditRow = HistoryLine & { entity: string }

export function AuditTable({ view, page }: { view: ListView; page: Paged<AuditRow> }) {
  const t = useTranslations('audit')
  const entity = (name: string) => (t.has(`entities.${name}`) ? t(`entities.${name}`) : name)
  const c = columnsOf<AuditRow>()
  const columns = c.columns([
    c.accessor('when', { header: t('when'), meta: { sort: 'at' } }),
    c.accessor('who', { header: t('who') }),
    c.accessor('deed', { header: t('deed') }),
    c.accessor((row) => entity(row.entity), { id: 'entity', header: t('what') }),
    c.accessor(({ changes }) => changes.map(({ label, before, after }) => `${label}: ${before === null ? '' : `${before || '–'} → `}${after || '–'}`).join(' · '), {
      id: 'changes', header: t('changes'),
      cell: ({ getValue }) => <span className="block max-w-xl truncate" title={getValue()}>{getValue()}</span>,
      meta: { card: 'nowhere' },
    }),
  ])
  const filters = [{ name: 'entity', label: t('what'), options: auditEntities.map((value) => ({ value, label: entity(value) })) }]
  return <DataTable caption={t('title')} view={view} page={page} columns={columns} filters={filters} empty={<EmptyState title={t('empty')} />} />
}
