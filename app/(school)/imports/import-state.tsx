import { useTranslations } from 'next-intl'
import { Status, type Tone } from '@/components/ui/status'
import { hasChanges, type ImportState, type ImportSummary } from '@/lib/domain/interop/import-batch'

type Shown = ImportState | 'blocked' | 'unchanged'

const tones: Record<Shown, Tone> = { blocked: 'bad', unchanged: 'quiet', uploaded: 'quiet', checking: 'quiet', checked: 'warn', applying: 'quiet', applied: 'ok', failed: 'bad', undoing: 'quiet', undone: 'quiet' }

/** What was checked is ready only if there is something that can be applied. */
const shownState = (state: ImportState, summary: ImportSummary): Shown =>
  state !== 'checked' || hasChanges(summary) ? state : summary.blocked ? 'blocked' : 'unchanged'

export function ImportStateMark({ state, summary }: { state: ImportState; summary: ImportSummary }) {
  const t = useTranslations('imports.states')
  const shown = shownState(state, summary)
  return <Status tone={tones[shown]}>{t(shown)}</Status>
}
