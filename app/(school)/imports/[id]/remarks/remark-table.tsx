import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { columnsOf } from '@/components/table/columns'
import { DataTable } from '@/components/table/data-table'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Status, type Tone } from '@/components/ui/status'
import type { ImportSummary } from '@/lib/domain/interop/import-batch'
import type { remarkList } from '@/lib/domain/interop/import-lists'
import { isDiagnosticCode } from '@/lib/domain/interop/roster-diagnostic'
import type { RemarkRow } from '@/lib/domain/interop/public.server'
import type { ListQuery, Paged } from '@/lib/platform/list'

type RemarkTableProps = { id: string; query: ListQuery<typeof remarkList>; page: Paged<RemarkRow>; summary: ImportSummary; isChecked: boolean }

const tones: Record<RemarkRow['severity'], Tone> = { error: 'bad', warning: 'warn', info: 'quiet' }
const severities = ['error', 'warning', 'info'] as const

function useRemarkColumns() {
  const t = useTranslations('imports')
  const c = columnsOf<RemarkRow>()
  const sentence = ({ code, file, row, column, value, params }: RemarkRow) => (isDiagnosticCode(code) ? t(`diagnostics.${code}`, { file, row: row ?? 0, column: column ?? '', value: value ?? '', ...params }) : code)
  return c.columns([
    c.accessor('file', { header: t('remarks.place'), cell: ({ row: { original } }) => t(original.row === null ? 'remarks.placeFile' : 'remarks.placeRow', { file: original.file || '–', row: original.row ?? 0 }), meta: { sort: 'place' } }),
    c.accessor('severity', { header: t('remarks.severity'), cell: ({ row: { original } }) => <Status tone={tones[original.severity]}>{t(`remarks.severities.${original.severity}`)}</Status>, meta: { card: 'beside' } }),
    c.accessor('code', { header: t('remarks.problem'), cell: ({ row: { original } }) => <span className="block max-w-xl whitespace-normal md:min-w-72">{sentence(original)}</span> }),
    c.accessor('column', { header: t('remarks.column'), meta: { card: 'nowhere' } }),
    c.accessor('value', { header: t('remarks.value'), cell: ({ row: { original } }) => <span className="block max-w-56 truncate">{original.value}</span>, meta: { card: 'nowhere' } }),
  ])
}

export function RemarkTable({ id, query, page, summary, isChecked }: RemarkTableProps) {
  const t = useTranslations('imports')
  const columns = useRemarkColumns()
  const codes = Object.entries(summary.byCode).map(([code, count]) => ({ value: code, label: `${code} (${count})` }))
  const filters = [
    { name: 'severity', label: t('remarks.severity'), options: severities.map((value) => ({ value, label: t('remarks.only', { severity: value }) })) },
    { name: 'code', label: t('remarks.code'), options: codes },
  ]
  const { error, warning } = summary.remarks
  return (
    <>
      {isChecked && error + warning > 0 && (
        <p className="flex flex-wrap items-center gap-3 text-soft">
          <a href={`/api/imports/${id}/rejects`} className={buttonClass({ size: 'sm' })} download>
            <Download />
            {t('remarks.download')}
          </a>
          {t('remarks.capped', { kept: 200 })}
        </p>
      )}
      <DataTable caption={t('remarks.caption')} query={query} page={page} columns={columns} rowId={(row) => row.id} filters={filters} empty={<EmptyState title={t('remarks.none')} />} />
    </>
  )
}
