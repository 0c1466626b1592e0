'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { columnsOf, type Words } from '@/components/table/columns'
import { DataTable } from '@/components/table/data-table'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Status, type Tone } from '@/components/ui/status'
import type { ImportSummary } from '@/lib/domain/interop/import-batch'
import type { RemarkRow } from '@/lib/domain/interop/public.server'
import type { ListView, Paged } from '@/lib/platform/list-view'

type RemarkTableProps = { id: string; view: ListView; page: Paged<SaidRemark>; summary: ImportSummary; isChecked: boolean }

const tones: Record<RemarkRow['severity'], Tone> = { error: 'bad', warning: 'warn', info: 'quiet' }
const severities = ['error', 'warning', 'info'] as const

/** A remark with its sentence, which the server says: there are a hundred kinds of them. */
export type SaidRemark = RemarkRow & { sentence: string }

function remarkColumns(t: Words) {
  const c = columnsOf<SaidRemark>()
  return c.columns([
    c.accessor(({ file, row }) => t(row === null ? 'remarks.placeFile' : 'remarks.placeRow', { file: file || '–', row: row ?? 0 }), { id: 'file', header: t('remarks.place'), meta: { sort: 'place' } }),
    c.accessor(({ severity }) => t(`remarks.severities.${severity}`), { id: 'severity', header: t('remarks.severity'), cell: ({ row: { original }, getValue }) => <Status tone={tones[original.severity]}>{getValue()}</Status>, meta: { card: 'beside' } }),
    c.accessor('sentence', { id: 'code', header: t('remarks.problem'), cell: ({ getValue }) => <span className="block max-w-xl whitespace-normal md:min-w-72">{getValue()}</span> }),
    c.accessor('column', { header: t('remarks.column'), meta: { card: 'nowhere' } }),
    c.accessor('value', { header: t('remarks.value'), cell: ({ getValue }) => <span className="block max-w-56 truncate">{getValue()}</span>, meta: { card: 'nowhere' } }),
  ])
}

export function RemarkTable({ id, view, page, summary, isChecked }: RemarkTableProps) {
  const t = useTranslations('imports')
  const filters = [
    { name: 'severity', label: t('remarks.severity'), options: severities.map((value) => ({ value, label: t('remarks.only', { severity: value }) })) },
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
      <DataTable caption={t('remarks.caption')} view={view} page={page} columns={remarkColumns(t)} filters={filters} empty={<EmptyState title={t('remarks.none')} />} />
    </>
  )
}
