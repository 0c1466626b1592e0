import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import '../../../safety-quiz/quiz.css'
import type { PreviewProps } from './payload-preview'

/** One quiz after the other: each question with its options, and what is said after the answer. */
export function QuizPreview({ payload, say }: PreviewProps<'safety_quizzes'>) {
  const t = useTranslations('content')
  const q = useTranslations('safetyQuiz')
  const [chosen, setChosen] = useState('')
  const quiz = payload.quizzes.find(({ key }) => key === chosen) ?? payload.quizzes[0]!
  return (
    <>
      <Select aria-label={t('which')} value={quiz.key} options={payload.quizzes.map(({ key, title }) => ({ value: key, label: say(title) }))} onChange={({ target }) => setChosen(target.value)} />
      <p className="text-soft">{say(quiz.about)}</p>
      {quiz.questions.map(({ text, options, answer, explanation }, n) => (
        <section key={n} aria-label={q('of', { number: n + 1, all: quiz.questions.length })} className="flex flex-col gap-2 border-t border-line pt-4">
          <p className="text-lg font-semibold text-balance">{say(text)}</p>
          <ul className="flex flex-col gap-2">{options.map((option, at) => <li key={at} className="quiz-option">{say(option)}</li>)}</ul>
          <Notice tone="ok" title={q('rightWas', { answer: say(options[answer]!) })}>{say(explanation)}</Notice>
        </section>
      ))}
    </>
  )
}
