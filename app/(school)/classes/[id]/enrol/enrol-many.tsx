'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useState, useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import type { Candidate } from '@/lib/domain/academics/enrol-many.server'
import { enrolStudentsAction } from '../../actions'

type EnrolManyProps = { classId: string; className: string; today: string; candidates: readonly Candidate[]; capacity: number | null; taken: number }

/** Several students into one class: who they are, where they come from, and whether there is room, before it is done. */
export function EnrolMany({ classId, className, today, candidates, capacity, taken }: EnrolManyProps) {
  const t = useTranslations('classes.enrollments')
  const unsent = useUnsent()
  const router = useRouter()
  const id = useId()
  const [on, setOn] = useState(today)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, startTransition] = useTransition()
  const after = taken + chosen.size
  const over = capacity === null ? 0 : Math.max(0, after - capacity)
  const toggle = (one: string, isOn: boolean) => setChosen((now) => new Set(isOn ? [...now, one] : [...now].filter((other) => other !== one)))
  const enrol = () =>
    startTransition(async () => {
      setProblem(null)
      const result = await enrolStudentsAction({ classId, studentIds: [...chosen], on }).catch(unsent)
      if (!result.ok) return setProblem(result.fields?.on ? `${t('from')}: ${result.fields.on}` : result.message)
      toast({ title: t('enrolledMany', { count: result.data.count, class: className }) })
      router.push(`/classes/${classId}`)
    })
  return (
    <div className="flex flex-col gap-4">
      {problem && <Notice tone="bad" urgent title={problem} />}
      <fieldset className="rounded-lg border border-line bg-raised">
        <legend className="sr-only">{t('who')}</legend>
        <div className="border-b border-line px-4 py-1.5"><Checkbox label={t('all', { count: candidates.length })} checked={chosen.size === candidates.length} onChange={(event) => setChosen(new Set(event.target.checked ? candidates.map((one) => one.id) : []))} /></div>
        <ul className="grid sm:grid-cols-2 lg:grid-cols-3">
          {candidates.map((one) => <li key={one.id} className="px-4"><Checkbox label={one.name} hint={[one.number, one.className].filter(Boolean).join(' · ')} checked={chosen.has(one.id)} onChange={(event) => toggle(one.id, event.target.checked)} /></li>)}
        </ul>
      </fieldset>
      <div className="flex flex-wrap items-end gap-4">
        <Field id={id} label={t('from')}><Input id={id} type="date" className="max-w-48" value={on} onChange={(event) => setOn(event.target.value)} /></Field>
        <p role="status" className="min-w-0 flex-1 basis-60 py-2 text-soft">{capacity === null ? t('preview', { count: chosen.size, after }) : t('previewOf', { count: chosen.size, after, capacity })}</p>
      </div>
      {over > 0 && <Notice tone="warn" title={t('over', { count: over })}>{t('overHint')}</Notice>}
      <div><Button variant="primary" pending={isPending} disabled={isPending || chosen.size === 0 || over > 0} onClick={enrol}>{t('enrolCount', { count: chosen.size })}</Button></div>
    </div>
  )
}
