import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { importStates } from '@/lib/domain/interop/import-batch'
import type { importList } from '@/lib/domain/interop/import-lists'
import type { ImportRow } from '@/lib/domain/interop/public.server'
import type { ListQuery, Paged } from '@/lib/platform/list'
import { useImportColumns } from './import-columns'

type ImportTableProps = { query: ListQuery<typeof importList>; page: Paged<ImportRow>; mayRun: boolean }

export function ImportTable({ query, page, mayRun }: ImportTableProps) {
  const t = useTranslations('imports')
  const columns = useImportColumns()
  const options = importStates.map((state) => ({ value: state, label: t(`states.${state}`) }))
  const empty = (
    <EmptyState icon={<FileUp />} title={t('list.emptyTitle')} deed={mayRun && <LinkButton href="/imports/new" variant="primary">{t('new')}</LinkButton>}>
      {t('list.emptyText')}
    </EmptyState>
  )
  return (
    <DataTable caption={t('list.caption')} query={query} page={page} columns={columns} rowId={(row) => row.id} rowHref={(row) => `/imports/${row.id}`} filters={[{ name: 'state', label: t('list.state'), options }]} empty={empty} />
  )
}
