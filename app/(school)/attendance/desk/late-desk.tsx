'use client'

import { useRouter } from 'next/navigation'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Face } from '@/components/ui/face'
import { Input } from '@/components/ui/input'
import { Select, type Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { ReasonChoice } from '@/lib/domain/attendance/reason.server'
import { noteArrivalAction, withdrawNoticeAction } from './actions'

const quick = [5, 10, 15, 30]
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

type LateDeskProps = { reasons: readonly ReasonChoice[]; /** When the day began and what time it is; null where campuses differ. */ begins: { startsAt: string; now: string } | null }

/** Search, one tap: somebody has come late. Minutes are those since the day began, or the ones that are tapped. */
export function LateDesk({ reasons, begins }: LateDeskProps) {
  const t = useTranslations('attendance.office')
  const router = useRouter()
  const unsent = useUnsent()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ of: string; options: readonly Option[] }>({ of: '', options: [] })
  const [reasonId, setReason] = useState('')
  const [isBusy, start] = useTransition()
  // A desk stays open all morning: its minutes go on.
  const now = begins?.now
  const [passed, setPassed] = useState({ since: now, minutes: 0 })
  const since = begins && Math.min(600, Math.max(1, minutesOf(begins.now) - minutesOf(begins.startsAt) + (passed.since === now ? passed.minutes : 0)))
  const words = text.trim()

  useEffect(() => {
    if (words.length < 2) return
    const asking = new AbortController()
    const timer = setTimeout(() => {
      void fetch(`/api/choices/students?q=${encodeURIComponent(words)}`, { signal: asking.signal })
        .then(async (response) => (await response.json()) as { ok: boolean; data: Option[] })
        .then((answer) => setFound({ of: words, options: answer.ok ? answer.data : [] }))
        .catch(() => undefined)
    }, 150)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words])

  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setPassed({ since: now, minutes: Math.floor((performance.now() - began) / 60_000) }), 10_000)
    return () => clearInterval(timer)
  }, [now])

  const take = (student: Option, minutes: number) => start(async () => {
    const result = await noteArrivalAction({ studentId: student.value, minutes, reasonId: reasonId || null, note: null }).catch(unsent)
    if (!result.ok) return toast({ tone: 'bad', title: result.message, text: student.label })
    const { id, marks } = result.data
    const undo = () => void withdrawNoticeAction({ id }).then(() => router.refresh())
    toast({ tone: 'ok', title: t('noted', { name: student.label, minutes }), text: t(marks > 0 ? 'marked' : 'premarked'), deed: { label: t('undo'), run: undo } })
    setText('')
    setReason('')
    box.current?.focus()
    router.refresh()
  })
  const shown = words.length >= 2 && found.of === words ? found.options : []
  return (
    <Card title={t('lateDesk')}>
      <div className="flex flex-wrap gap-3">
        <label className="relative min-w-0 flex-1 basis-72"><span className="sr-only">{t('search')}</span><Search aria-hidden className="absolute inset-y-0 start-3 my-auto size-4 text-soft" /><Input ref={box} type="search" value={text} onChange={(event) => setText(event.target.value)} placeholder={t('search')} autoComplete="off" className="ps-9" /></label>
        <Select aria-label={t('reason')} className="max-w-52" options={reasons.map(({ id, name }) => ({ value: id, label: name }))} placeholder={t('noReason')} value={reasonId} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ul aria-label={t('results')} className="mt-2">
        {shown.map((student) => (
          <li key={student.value} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2.5">
            <Face name={student.label} />
            <span className="min-w-0 flex-1 basis-48"><span className="block font-medium">{student.label}</span>{student.hint && <span className="block text-sm text-soft">{student.hint}</span>}</span>
            <span className="flex flex-wrap gap-2">
              {quick.map((minutes) => <Button key={minutes} size="sm" disabled={isBusy} aria-label={t('lateOf', { name: student.label, minutes })} onClick={() => take(student, minutes)}>{t('justMinutes', { minutes })}</Button>)}
              {since && <Button size="sm" variant="primary" disabled={isBusy} aria-label={t('lateOf', { name: student.label, minutes: since })} onClick={() => take(student, since)}>{t('now', { minutes: since })}</Button>}
            </span>
          </li>
        ))}
        {words.length >= 2 && found.of === words && shown.length === 0 && <li className="border-t border-line py-3 text-soft">{t('nobody')}</li>}
      </ul>
      {words.length < 2 && <p className="text-sm text-soft">{begins ? t('lateHint', { time: begins.startsAt }) : t('lateHintMany')}</p>}
    </Card>
  )
}
