import { getTranslations } from 'next-intl/server'
import { remarkList } from '@/lib/domain/interop/import-lists'
import { isDiagnosticCode } from '@/lib/domain/interop/roster-diagnostic'
import { listRemarks } from '@/lib/domain/interop/public.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { ImportFrame } from '../import-frame'
import { openImport, type ImportPageProps } from '../open-import.server'
import { RemarkTable } from './remark-table'

export async function generateMetadata({ params }: ImportPageProps) {
  return { title: (await openImport(params)).batch.fileName }
}

export default async function RemarksPage({ params, searchParams }: ImportPageProps) {
  const { ctx, batch, by } = await openImport(params)
  const query = parseList(remarkList, await searchParams)
  const [page, t] = await Promise.all([listRemarks(ctx, batch.id, query), getTranslations('imports.diagnostics')])
  const rows = page.rows.map((remark) => {
    const { code, file, row, column, value, params } = remark
    return { ...remark, sentence: isDiagnosticCode(code) ? t(code, { file, row: row ?? 0, column: column ?? '', value: value ?? '', ...params }) : code }
  })
  return (
    <ImportFrame batch={batch} by={by} current="remarks">
      <RemarkTable id={batch.id} view={viewOf(query)} page={{ ...page, rows }} summary={batch.summary} isChecked={batch.state !== 'uploaded' && batch.state !== 'checking'} />
    </ImportFrame>
  )
}
