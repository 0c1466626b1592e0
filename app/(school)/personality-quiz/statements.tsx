'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { useFocusOn } from '@/components/form/use-focus-on'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { toast } from '@/components/ui/toast'
import { savePersonalityAction } from './actions'

export type StatementsProps = { userId: string; statements: readonly { key: string; text: string }[]; isNot: string }
type Answers = Record<string, number>

const scale = [1, 2, 3, 4, 5] as const
const answersShape = z.record(z.string(), z.int().min(1).max(5))
const nameOf = (userId: string) => `personality:${userId}`

function kept(userId: string): Answers {
  try {
    return answersShape.safeParse(JSON.parse(window.localStorage.getItem(nameOf(userId)) ?? 'null')).data ?? {}
  } catch {
    return {}
  }
}
function keep(userId: string, answers: Answers | null) {
  try {
    if (answers) window.localStorage.setItem(nameOf(userId), JSON.stringify(answers))
    else window.localStorage.removeItem(nameOf(userId))
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

/** A statement a screen; a tap answers and goes on. Answers stay on this device until all are given. */
export default function Statements({ userId, statements, isNot }: StatementsProps) {
  const t = useTranslations('personality')
  const router = useRouter()
  const [answers, setAnswers] = useState(() => kept(userId))
  const [at, setAt] = useState(-1)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState(false)
  const given = statements.filter(({ key }) => answers[key] !== undefined).length
  const statement = statements[at]
  const asked = useFocusOn<HTMLHeadingElement>(at)

  async function finish(all: Answers) {
    setSending(true)
    setProblem(false)
    const result = await savePersonalityAction({ answers: Object.fromEntries(statements.map(({ key }) => [key, all[key] ?? 3])) }).catch(() => null)
    setSending(false)
    if (!result?.ok) return setProblem(true)
    keep(userId, null)
    toast({ tone: 'ok', title: t('result.ready') })
    router.replace('/personality-quiz')
    router.refresh()
  }
  function answer(value: number) {
    if (!statement) return
    const next = { ...answers, [statement.key]: value }
    setAnswers(next)
    keep(userId, next)
    if (at + 1 < statements.length) setAt(at + 1)
    else void finish(next)
  }

  if (!statement) {
    const first = Math.max(0, statements.findIndex(({ key }) => answers[key] === undefined))
    return (
      <>
        <Card title={t('isNot')}><p className="max-w-prose">{isNot}</p></Card>
        <div><Button variant="primary" size="lg" onClick={() => setAt(first)}>{t(given > 0 ? 'goOn' : 'start')}</Button></div>
      </>
    )
  }
  return (
    <div className="flex max-w-2xl flex-1 flex-col gap-4">
      <Progress label={t('of', { number: at + 1, all: statements.length })} value={given} max={statements.length} />
      {problem && <Notice urgent tone="bad" title={t('lost')} />}
      <div role="group" aria-labelledby="statement" className="flex flex-col gap-2">
        <h2 id="statement" ref={asked} tabIndex={-1} className="text-lg font-semibold text-balance outline-none">{statement.text}</h2>
        <p className="mb-1 text-soft">{t('question')}</p>
        {scale.map((value) => (
          <button key={value} type="button" className="quiz-option text-start" aria-pressed={answers[statement.key] === value} disabled={isSending} onClick={() => answer(value)}>{t(`scale.${value}`)}</button>
        ))}
      </div>
      <div className="screen-foot">
        <Button className="me-auto" size="lg" disabled={isSending} onClick={() => setAt(at - 1)}>{t('back')}</Button>
        {at === statements.length - 1 && given === statements.length && <Button variant="primary" size="lg" pending={isSending} onClick={() => void finish(answers)}>{t('finish')}</Button>}
      </div>
    </div>
  )
}
