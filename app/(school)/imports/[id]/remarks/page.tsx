import { remarkList } from '@/lib/domain/interop/import-lists'
import { listRemarks } from '@/lib/domain/interop/public.server'
import { parseList } from '@/lib/platform/list'
import { ImportFrame } from '../import-frame'
import { openImport, type ImportPageProps } from '../open-import.server'
import { RemarkTable } from './remark-table'

export async function generateMetadata({ params }: ImportPageProps) {
  return { title: (await openImport(params)).batch.fileName }
}

export default async function RemarksPage({ params, searchParams }: ImportPageProps) {
  const { ctx, batch, by } = await openImport(params)
  const query = parseList(remarkList, await searchParams)
  const page = await listRemarks(ctx, batch.id, query)
  return (
    <ImportFrame batch={batch} by={by} current="remarks">
      <RemarkTable id={batch.id} query={query} page={page} summary={batch.summary} isChecked={batch.state !== 'uploaded' && batch.state !== 'checking'} />
    </ImportFrame>
  )
}
