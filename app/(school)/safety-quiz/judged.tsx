import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { JudgedAnswer } from '@/lib/domain/development/safety-quiz'

/** An answer that was given: whether it was right, what would have been, and why. */
export function Judged({ answer: { text, options, choice, isRight, right, explanation }, isNew = false }: { answer: JudgedAnswer; /** Just given: it is read aloud. */ isNew?: boolean }) {
  const t = useTranslations('safetyQuiz')
  return (
    <div className="flex max-w-2xl flex-col gap-2">
      <p className="text-lg font-semibold text-balance">{text}</p>
      <Notice urgent={isNew} tone={isRight ? 'ok' : 'warn'} title={t(isRight ? 'right' : 'wrong')}>
        <p>{t('yours')}: {options[choice]}</p>
        {!isRight && <p className="font-medium">{t('rightWas', { answer: options[right] ?? '' })}</p>}
        <p className="mt-2">{explanation}</p>
      </Notice>
    </div>
  )
}
