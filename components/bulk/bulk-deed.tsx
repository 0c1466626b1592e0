'use client'

import { useEffect, useEffectEvent, useId, useState, type ReactNode } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Spinner } from '@/components/ui/spinner'
import { Textarea } from '@/components/ui/textarea'
import type { BulkProgress } from '@/lib/platform/bulk'
import type { Result } from '@/lib/platform/errors'
import { BulkDialog } from './bulk-dialog'
import { useBulk, type BulkDoors } from './use-bulk'

type BulkDeedProps<Preview> = {
  title: string
  /** What the deed means, before anything is known. */
  children: ReactNode
  doors: BulkDoors
  /** Asked for as the dialog opens; `told` puts it into words, `fits` says for how many the deed is. */
  preview: () => Promise<Result<Preview>>
  told: (preview: Preview) => string
  fits: (preview: Preview) => number
  label: (count: number) => string
  bad?: boolean
  /** A deed that says why: its field's name and what is wrong when it is empty. */
  reason?: { label: string; missing: string }
  run: (reason: string) => Promise<Result<BulkProgress>>
  onClose: () => void
}

/** A deed on the chosen rows that sets no field: for how many it is, if need be why, and then what came of it. */
export function BulkDeed<Preview>({ title, children, doors, preview, told, fits, label, bad, reason, run: send, onClose }: BulkDeedProps<Preview>) {
  const id = useId()
  const unsent = useUnsent()
  const { run, progress, isBusy } = useBulk(doors)
  const [seen, setSeen] = useState<Preview | null>(null)
  const [failure, setFailure] = useState<string>()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const ask = useEffectEvent(() => preview().catch(unsent))
  useEffect(() => void ask().then((result) => (result.ok ? setSeen(result.data) : setFailure(result.message))), [])

  function start() {
    if (reason && text.trim() === '') return setProblem(reason.missing)
    void run(() => send(text)).then((end) => end && onClose())
  }
  const count = seen ? fits(seen) : 0
  return (
    <BulkDialog title={title} isOpen onClose={onClose} progress={progress} isBusy={isBusy} deed={{ label: label(count), bad, disabled: count === 0, run: start }}>
      <div className="flex flex-col gap-4">
        <p>{children}</p>
        {failure ? <Notice tone="bad" title={failure} urgent /> : seen ? <Notice tone={count > 0 ? 'quiet' : 'warn'} title={told(seen)} /> : <Spinner />}
        {reason && (
          <Field id={`${id}-reason`} label={reason.label} problem={problem}>
            <Textarea id={`${id}-reason`} rows={2} maxLength={500} value={text} onChange={({ target }) => { setText(target.value); setProblem(undefined) }} />
          </Field>
        )}
      </div>
    </BulkDialog>
  )
}
