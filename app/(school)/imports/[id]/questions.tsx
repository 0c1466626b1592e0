import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ImportAnswers, ImportSummary } from '@/lib/domain/interop/import-batch'

export type Answer = Partial<{ [Question in keyof ImportAnswers]: NonNullable<ImportAnswers[Question]> }>
type QuestionsProps = { summary: ImportSummary; isPending: boolean; onAnswer: (answer: Answer) => void }

/** What a file leaves open, each with its possible answers: a choice reads the same file once more, in that way. */
export function Questions({ summary: { byCode, encodings }, isPending, onAnswer }: QuestionsProps) {
  const t = useTranslations('imports.apply')
  const isRemarked = (...codes: string[]) => codes.some((code) => (byCode[code] ?? 0) > 0)
  const choice = (label: string, answer: Answer) => <Button key={label} size="sm" pending={isPending} onClick={() => onAnswer(answer)}>{label}</Button>
  return (
    <>
      {encodings.length > 0 && (
        <Notice tone="bad" title={t('encodingTitle')}>
          <p>{t('encodingText')}</p>
          <ul className="mt-3 grid gap-3 lg:grid-cols-2">
            {encodings.map(({ encoding, lines }) => (
              <li key={encoding} className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-raised p-3 text-ink">
                <pre className="overflow-x-auto text-sm" tabIndex={0} aria-label={encoding}>{lines.join('\n')}</pre>
                <span>{choice(t('encodingUse', { encoding }), { encoding })}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isRemarked('cell-date-ambiguous', 'cell-date-unclear') && (
        <Notice tone="warn" title={t('datesTitle')} deed={(['dmy', 'mdy'] as const).map((dateOrder) => choice(t(dateOrder), { dateOrder }))}>{t('datesText')}</Notice>
      )}
      {isRemarked('dates-midnight') && (
        <Notice tone="warn" title={t('instantsTitle')} deed={(['written', 'local'] as const).map((instants) => choice(t(`instants.${instants}`), { instants }))}>{t('instantsText')}</Notice>
      )}
      {isRemarked('file-double-encoded') && (
        <Notice tone="warn" title={t('twiceTitle')} deed={(['mend', 'keep'] as const).map((twice) => choice(t(`twice.${twice}`), { twice }))}>{t('twiceText')}</Notice>
      )}
      {isRemarked('manifest-mode-differs') && (
        <Notice tone="warn" title={t('modeTitle')} deed={(['bulk', 'delta'] as const).map((mode) => choice(t(`mode.${mode}`), { mode }))}>{t('modeText')}</Notice>
      )}
      {isRemarked('person-replaced') && (
        <Notice tone="warn" title={t('replacedTitle')} deed={(['same', 'other'] as const).map((replaced) => choice(t(`replaced.${replaced}`), { replaced }))}>{t('replacedText')}</Notice>
      )}
    </>
  )
}
