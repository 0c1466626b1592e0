import { useTranslations } from '#words'
import { Status, type Tone } from '@/components/ui/status'
import type { ImportState } from '@/lib/domain/interop/import-batch'

const tones: Record<ImportState, Tone> = { uploaded: 'quiet', checking: 'quiet', checked: 'warn', applying: 'quiet', applied: 'ok', failed: 'bad', undoing: 'quiet', undone: 'quiet' }

export function ImportStateMark({ state }: { state: ImportState }) {
  const t = useTranslations('imports.states')
  return <Status tone={tones[state]}>{t(state)}</Status>
}
