'use client'

import { useId, useRef, useState, useTransition, type FormEvent, type ReactNode } from 'react'
import { FormProvider, useForm, type DefaultValues, type FieldPath, type FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/platform/errors'
import { ConflictPanel, type Current } from './conflict-panel'
import { ErrorSummary } from './error-summary'
import { FormId } from './form-field'
import { LeaveGuard } from './leave-guard'
import { useSchemaResolver } from './schema-resolver'
import { useUnsent } from './use-unsent'

type ActionFormProps<Input extends FieldValues, Data> = {
  schema: z.ZodType<unknown, Input>
  action: (input: Input) => Promise<Result<Data>>
  defaults: DefaultValues<Input>
  onSaved?: (data: Data) => void
  children: ReactNode
  /** The verb on the button: "Record payment", never "Submit". */
  submit: string
  /** A second way out beside it, e.g. a link back. */
  aside?: ReactNode
  /** For deeds that must happen once: sends the same `idempotencyKey` until it is answered. */
  once?: boolean
  /** Where the form goes when there is no script yet. */
  withoutScript?: (form: FormData) => Promise<void>
  /** A field's value in words, for the comparison with what somebody else saved. */
  word?: (name: string, value: unknown) => string | undefined
}

type Failure = { message: string; code: string }
const currentOf = (detail: unknown) => (detail && typeof detail === 'object' && 'current' in detail ? (detail.current as Current) : null)

/** Schema, action and inputs in, a whole form out: checks, sends, keeps what was typed, and says what is wrong and where. */
export function ActionForm<Input extends FieldValues, Data>(props: ActionFormProps<Input, Data>) {
  const { schema, action, defaults, onSaved, children, submit, aside, once = false, word, withoutScript } = props
  const unsent = useUnsent()
  const id = useId()
  const resolver = useSchemaResolver<Input>(schema)
  const form = useForm<Input>({ resolver, defaultValues: defaults, reValidateMode: 'onChange', shouldFocusError: false })
  const { isSubmitting, isDirty, submitCount } = form.formState
  const [failure, setFailure] = useState<Failure | null>(null)
  const [conflict, setConflict] = useState<Current | null>(null)
  const deedKey = useRef<string>(undefined)
  const isSent = useRef(false)
  // Where saving leads to another page, the form stands until that is there.
  const [isLeaving, startLeaving] = useTransition()
  const isBusy = isSubmitting || isLeaving

  async function send(values: Input) {
    setFailure(null)
    setConflict(null)
    deedKey.current ??= crypto.randomUUID()
    const input = once ? { ...values, idempotencyKey: deedKey.current } : values
    const result = await action(input).catch(unsent)
    if (!result.ok) {
      for (const [name, message] of Object.entries(result.fields ?? {})) form.setError(name as FieldPath<Input>, { message })
      const current = result.code === 'conflict' ? currentOf(result.detail) : null
      return current ? setConflict(current) : setFailure(result)
    }
    deedKey.current = undefined
    form.reset(values)
    startLeaving(() => onSaved?.(result.data))
  }

  /** A second click, while the first is on its way, is the same deed. */
  async function submitOnce(event: FormEvent) {
    event.preventDefault()
    if (isSent.current || isLeaving) return
    isSent.current = true
    await form.handleSubmit(send, () => setFailure(null))(event).finally(() => { isSent.current = false })
  }

  /** What is kept of theirs goes into the form, and the form now stands on what they saved. */
  function settle(current: Current, theirs: Current['values']) {
    const mine = { ...form.getValues(), ...theirs, seen: current.seen }
    form.reset({ ...form.getValues(), ...current.values, seen: current.seen }, { keepSubmitCount: true })
    for (const [name, value] of Object.entries(mine)) form.setValue(name as FieldPath<Input>, (value ?? '') as never, { shouldDirty: true })
    void form.handleSubmit(send)()
  }

  return (
    <FormProvider {...form}>
      <FormId value={id}>
        <form noValidate {...(withoutScript ? { action: withoutScript } : { method: 'post' })} className="flex max-w-2xl flex-col gap-6" onSubmit={submitOnce}>
          <ErrorSummary attempt={submitCount} busy={isSubmitting} message={failure?.message} />
          {conflict && <ConflictPanel key={conflict.seen} current={conflict} before={form.formState.defaultValues ?? {}} mine={form.getValues()} word={word} onSettle={(theirs) => settle(conflict, theirs)} />}
          <fieldset disabled={isSubmitting} className="flex min-w-0 flex-col gap-6">
            {children}
          </fieldset>
          <div className="form-foot">
            <Button type="submit" variant="primary" pending={isBusy} aria-disabled={isBusy || undefined}>
              {submit}
            </Button>
            {aside}
          </div>
          <LeaveGuard active={isDirty && !isSubmitting} />
        </form>
      </FormId>
    </FormProvider>
  )
}
