import { hasChanges } from '@/lib/domain/interop/import-batch'
import { ApplyCard } from './apply-card'
import { DifferenceSummary } from './difference-summary'
import { FoundCard } from './found-card'
import { ImportFrame } from './import-frame'
import { OutcomeNotice } from './outcome-notice'
import { openImport, type ImportPageProps } from './open-import.server'
import { ProgressCard } from './progress-card'
import { UndoCard } from './undo-card'

export async function generateMetadata({ params }: ImportPageProps) {
  return { title: (await openImport(params)).batch.fileName }
}

export default async function ImportPage({ params }: ImportPageProps) {
  const { ctx, batch, by } = await openImport(params)
  const { state, summary, id } = batch
  const isChecked = state !== 'uploaded' && state !== 'checking'
  return (
    <ImportFrame batch={batch} by={by} current="overview">
      <OutcomeNotice batch={batch} />
      <ProgressCard batch={batch} mayResume={ctx.can('RUN_IMPORTS')} />
      {isChecked && !summary.blocked && <DifferenceSummary id={id} state={state} summary={summary} />}
      {ctx.can('RUN_IMPORTS') && (state === 'checked' || state === 'failed') && <ApplyCard id={id} canApply={state === 'checked' && !summary.blocked && hasChanges(summary)} summary={summary} />}
      {ctx.can('UNDO_IMPORTS') && state === 'applied' && hasChanges(summary) && <UndoCard id={id} blocks={summary.blocks} />}
      <FoundCard found={batch.found} />
    </ImportFrame>
  )
}
