'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select, type Option } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { BulkProgress } from '@/lib/platform/bulk'
import type { Change } from '@/lib/platform/change'
import type { Result } from '@/lib/platform/errors'
import { BulkDialog } from './bulk-dialog'
import type { Chosen } from './bulk-remove'
import { useBulk, type BulkDoors } from './use-bulk'

/** A field that can be set for many; with `options` one chooses, without one types. */
export type ChangeField = { name: string; label: string; kind: 'choice' | 'flag' | 'text'; options?: readonly Option[] }
export type ChangePreview = { total: number; changing: number; first: readonly { id: string; values: Record<string, unknown> }[] }

type BulkChangeProps = {
  chosen: Chosen
  title: string
  fields: readonly [ChangeField, ...ChangeField[]]
  /** The field that names a record. */
  nameField: string
  doors: BulkDoors
  preview: (input: { selection: Chosen['selection']; change: Change }) => Promise<Result<ChangePreview>>
  change: (input: Chosen & { change: Change }) => Promise<Result<BulkProgress>>
  onClose: () => void
}

/** Sets one field of the chosen records, after a look at what that changes. */
export function BulkChange({ chosen, title, fields, nameField, doors, preview, change, onClose }: BulkChangeProps) {
  const t = useTranslations('table.bulk')
  const id = useId()
  const unsent = useUnsent()
  const { run, progress, isBusy } = useBulk(doors)
  const [field, setField] = useState(fields[0])
  const [text, setText] = useState(fields[0].options?.[0]?.value ?? '')
  const [seen, setSeen] = useState<ChangePreview | null>(null)
  const [problem, setProblem] = useState<string>()
  const asked: Change = { field: field.name, value: field.kind === 'flag' ? text === 'true' : text }
  const word = (value: unknown) => (value === null || value === undefined || value === '' ? t('blank') : (field.options?.find((option) => option.value === String(value))?.label ?? String(value)))

  function choose(next: ChangeField) {
    setField(next)
    type(next.options?.[0]?.value ?? '')
  }
  function type(next: string) {
    setText(next)
    setSeen(null)
    setProblem(undefined)
  }
  async function look() {
    const result = await preview({ selection: chosen.selection, change: asked }).catch(unsent)
    if (result.ok) setSeen(result.data)
    else setProblem(result.fields?.['change.value'] ?? result.message)
  }

  const deed = { label: t('change', { count: seen?.changing ?? chosen.count }), disabled: !seen?.changing, run: () => void run(() => change({ ...chosen, change: asked })).then((end) => end && onClose()) }
  return (
    <BulkDialog title={title} isOpen onClose={onClose} progress={progress} isBusy={isBusy} deed={deed}>
      <div className="flex flex-col gap-4">
        <Field id={`${id}-field`} label={t('field')}>
          <Select id={`${id}-field`} options={fields.map(({ name, label }) => ({ value: name, label }))} value={field.name} onChange={({ target }) => choose(fields.find(({ name }) => name === target.value) ?? fields[0])} />
        </Field>
        <Field id={`${id}-value`} label={t('value')} problem={problem}>
          {field.options
            ? <Select id={`${id}-value`} options={field.options} value={text} onChange={({ target }) => type(target.value)} />
            : <Textarea id={`${id}-value`} rows={2} value={text} onChange={({ target }) => type(target.value)} />}
        </Field>
        {seen ? (
          <Notice tone={seen.changing ? 'quiet' : 'warn'} title={t('willChange', { count: seen.changing, same: seen.total - seen.changing })}>
            <ul>
              {seen.first.map((row) => <li key={row.id}>{t('fromTo', { name: String(row.values[nameField] ?? ''), before: word(row.values[field.name]), after: word(asked.value) })}</li>)}
            </ul>
            {seen.changing > seen.first.length && <p>{t('andMore', { count: seen.changing - seen.first.length })}</p>}
          </Notice>
        ) : <div><Button onClick={() => void look()}>{t('look')}</Button></div>}
      </div>
    </BulkDialog>
  )
}
