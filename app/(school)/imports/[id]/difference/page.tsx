import { differenceInput, readDifference } from '@/lib/domain/interop/public.server'
import { DifferenceSummary } from '../difference-summary'
import { ImportFrame } from '../import-frame'
import { openImport, type ImportPageProps } from '../open-import.server'
import { DifferenceRows } from './difference-rows'

export async function generateMetadata({ params }: ImportPageProps) {
  return { title: (await openImport(params)).batch.fileName }
}

export default async function DifferencePage({ params, searchParams }: ImportPageProps) {
  const { ctx, batch, by } = await openImport(params)
  const chosen = differenceInput.safeParse(await searchParams)
  const isKnown = chosen.success && batch.state !== 'uploaded' && batch.state !== 'checking'
  const shown = isKnown ? await readDifference(ctx, batch.id, chosen.data) : null
  return (
    <ImportFrame batch={batch} by={by} current="difference">
      {chosen.success && shown && (
        <DifferenceRows id={batch.id} {...chosen.data} rows={shown.rows} kept={shown.kept} count={batch.summary.counts[chosen.data.entity]?.[chosen.data.kind] ?? 0} />
      )}
      <DifferenceSummary id={batch.id} state={batch.state} summary={batch.summary} />
    </ImportFrame>
  )
}
