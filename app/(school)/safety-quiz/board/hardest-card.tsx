import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { fewestAnswers } from '@/lib/domain/development/safety-quiz'

type HardestCardProps = { hardest: readonly { text: string; wrong: number; people: number }[] | null }

/** Which questions fail most; null where too few have answered to say so. */
export function HardestCard({ hardest }: HardestCardProps) {
  const t = useTranslations('safetyQuiz.boardOf')
  return (
    <Card title={t('hardest')}>
      {!hardest ? <p className="text-soft">{t('tooFew', { count: fewestAnswers })}</p> : hardest.length === 0 ? <p className="text-soft">{t('noneWrong')}</p> : (
        <ol className="flex list-decimal flex-col gap-2 ps-5">{hardest.map(({ text, wrong, people }) => <li key={text}>{text} <span className="text-soft">{t('hardestNote', { wrong, people })}</span></li>)}</ol>
      )}
    </Card>
  )
}
