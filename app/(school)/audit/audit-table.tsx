'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Option } from '@/components/ui/select'
import { auditEntities, auditKinds } from '@/lib/domain/access/audit-event'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { auditColumns, entityWord, type AuditRow } from './audit-columns'

export function AuditTable({ view, page, people }: { view: ListView; page: Paged<AuditRow>; people: readonly Option[] }) {
  const t = useTranslations('audit')
  const filters = [
    { name: 'actor', label: t('who'), options: people },
    { name: 'kind', label: t('deed'), options: auditKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
    { name: 'entity', label: t('what'), options: auditEntities.map((value) => ({ value, label: entityWord(t, value) })) },
  ]
  return <DataTable caption={t('title')} view={view} page={page} columns={auditColumns(t)} filters={filters} exportHref="/api/exports/audit" empty={<EmptyState title={t('empty')} />} />
}
