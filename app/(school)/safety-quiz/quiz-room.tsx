'use client'

import { Download, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type SyntheticEvent } from 'react'
import { useFocusOn } from '@/components/form/use-focus-on'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import type { AskedQuestion, JudgedAnswer, QuizResult, QuizState } from '@/lib/domain/development/safety-quiz'
import { Judged } from './judged'
import { sendAnswer } from './send-answer'

type Shown = { question: AskedQuestion | null; judged: JudgedAnswer | null; next: AskedQuestion | null; result: QuizResult | null; answered: readonly JudgedAnswer[] }

/** One question a screen: choose, check, read why, go on. What is right comes from the server, after the answer. */
export function QuizRoom({ state }: { state: QuizState }) {
  const t = useTranslations('safetyQuiz')
  const router = useRouter()
  const [shown, setShown] = useState<Shown>({ question: state.next, judged: null, next: null, result: state.result, answered: state.answered })
  const [choice, setChoice] = useState<number | null>(null)
  const [problem, setProblem] = useState<{ title: string; isOther?: boolean } | null>(null)
  const [isSending, setSending] = useState(false)
  const { question, judged, next, result, answered } = shown
  const step = useFocusOn<HTMLElement>(judged ? null : result ? 'result' : (question?.number ?? null))

  async function check(event: SyntheticEvent) {
    event.preventDefault()
    if (!question || isSending) return
    if (choice === null) return setProblem({ title: t('choose') })
    setSending(true)
    setProblem(null)
    const { weekOf, quizKey, attempt } = state
    const answer = await sendAnswer({ weekOf, quizKey, attempt, question: question.number, choice })
    setSending(false)
    if (!answer.ok) return setProblem(answer.message === null ? { title: t('lost') } : { title: answer.message, isOther: true })
    setShown({ ...shown, judged: answer.data.judged, next: answer.data.next, result: answer.data.result, answered: [...answered, answer.data.judged] })
  }

  function goOn() {
    setChoice(null)
    setShown({ ...shown, question: next, judged: null, next: null })
  }

  if (result && !judged) {
    return (
      <div className="flex flex-col gap-4">
        <section ref={step} tabIndex={-1} aria-label={t('title')} className="outline-none"><Notice tone={result.passed ? 'ok' : 'warn'} title={t(result.passed ? 'passed' : 'failed', { score: result.score, total: result.total })}>{result.passed ? t('passedText') : t('failedText', { mark: state.passMark })}</Notice></section>
        <div className="flex flex-wrap gap-2">
          {result.passed ? (
            <a href={`/api/safety-quiz/certificate?result=${result.id}`} download className={buttonClass({ variant: 'primary', size: 'lg' })}><Download aria-hidden />{t('certificate')}</a>
          ) : (
            <Button variant="primary" size="lg" onClick={() => { router.push('/safety-quiz?again=1'); router.refresh() }}><RotateCcw aria-hidden />{t('again')}</Button>
          )}
        </div>
        {answered.length > 0 && (
          <section aria-label={t('review')} className="flex flex-col gap-4">
            <h2 className="text-base font-semibold">{t('review')}</h2>
            {answered.map((one) => <Judged key={one.number} answer={one} />)}
          </section>
        )}
      </div>
    )
  }
  if (!question) return <Unfinished state={state} onResult={(reached) => setShown({ ...shown, result: reached })} />
  return (
    <form noValidate onSubmit={check} className="flex max-w-2xl flex-1 flex-col gap-4">
      <Progress label={t('of', { number: question.number + 1, all: state.total })} value={question.number + (judged ? 1 : 0)} max={state.total} />
      {judged ? (
        <>
          <Judged answer={judged} isNew />
          <div className="screen-foot"><Button autoFocus variant="primary" size="lg" onClick={goOn}>{t(next ? 'next' : 'toResult')}</Button></div>
        </>
      ) : (
        <>
          <fieldset className="flex flex-col gap-2" disabled={isSending}>
            <legend className="mb-3 text-lg font-semibold text-balance"><span ref={step} tabIndex={-1} className="outline-none">{question.text}</span></legend>
            {question.options.map((option, n) => (
              <label key={option} className="quiz-option">
                <input type="radio" name="choice" checked={choice === n} onChange={() => setChoice(n)} />
                {option}
              </label>
            ))}
          </fieldset>
          {problem && <Notice urgent tone="warn" title={problem.title} deed={problem.isOther && <Button onClick={() => router.refresh()}>{t('openAgain')}</Button>} />}
          <div className="screen-foot"><Button type="submit" variant="primary" size="lg" pending={isSending}>{t('check')}</Button></div>
        </>
      )}
    </form>
  )
}

/** All is answered and nothing judged: a question was taken out of the quiz meanwhile, or the last answer was cut off. The last one is sent again, which changes none. */
function Unfinished({ state: { weekOf, quizKey, attempt, answered }, onResult }: { state: QuizState; onResult: (result: QuizResult) => void }) {
  const t = useTranslations('safetyQuiz')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  async function ask() {
    setSending(true)
    const answer = await sendAnswer({ weekOf, quizKey, attempt, question: answered.at(-1)?.number ?? 0, choice: 0 })
    setSending(false)
    if (answer.ok && answer.data.result) onResult(answer.data.result)
    else setProblem((answer.ok ? null : answer.message) ?? t('lost'))
  }
  return (
    <div className="flex max-w-2xl flex-col items-start gap-4">
      <p>{t('unfinished')}</p>
      {problem && <Notice urgent tone="warn" title={problem} />}
      <Button variant="primary" size="lg" pending={isSending} disabled={isSending} onClick={() => void ask()}>{t('toResult')}</Button>
    </div>
  )
}
