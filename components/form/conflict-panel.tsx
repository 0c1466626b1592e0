'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useDay } from '@/components/ui/day'
import type { PlainDate } from '@/lib/platform/plain-date'
import { labelOf } from './error-summary'
import { useFieldId } from './form-field'

type Value = string | number | boolean | null | undefined
/** What stands now, in the shape of the form. */
export type Current = { seen: string; values: Readonly<Record<string, Value>> }

type ConflictPanelProps = {
  current: Current
  /** What stood when this person began. */
  before: Readonly<Record<string, unknown>>
  mine: Readonly<Record<string, unknown>>
  /** A value in words, where it is not words already. */
  word?: (name: string, value: unknown) => string | undefined
  onSettle: (theirs: Readonly<Record<string, Value>>) => void
}

const isDay = (value: unknown): value is PlainDate => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const same = (a: unknown, b: unknown) => (a ?? '') === (b ?? '')

/** The fields that somebody else changed meanwhile. */
export const changedMeanwhile = (before: Readonly<Record<string, unknown>>, { values }: Current) => Object.keys(values).filter((name) => name in before && !same(before[name], values[name]))

/** Somebody else saved first: field by field what they changed, and whose is kept. */
export function ConflictPanel({ current, before, mine, word, onSettle }: ConflictPanelProps) {
  const t = useTranslations('form.conflict')
  const day = useDay()
  const fieldId = useFieldId()
  const box = useRef<HTMLDivElement>(null)
  const names = changedMeanwhile(before, current)
  // Where only they changed something, theirs is what both want.
  const [kept, setKept] = useState(() => Object.fromEntries(names.map((name) => [name, same(before[name], mine[name]) ? 'theirs' : 'mine'])))
  useEffect(() => box.current?.focus(), [])

  /** What is chosen, in the words of its own field. */
  const ofField = (name: string, value: unknown, isMine: boolean) => {
    const field = document.getElementById(fieldId(name))
    if (value === null || value === undefined || value === '') return null
    if (field instanceof HTMLSelectElement) return [...field.options].find((option) => option.value === String(value))?.text
    return field instanceof HTMLInputElement && field.getAttribute('role') === 'combobox' ? (isMine ? field.value : t('theirChoice')) : null
  }
  const shown = (name: string, whose: 'mine' | 'theirs') => {
    const value = whose === 'mine' ? mine[name] : current.values[name]
    return word?.(name, value) ?? ofField(name, value, whose === 'mine') ?? (typeof value === 'boolean' ? t(value ? 'yes' : 'no') : isDay(value) ? day(value) : String(value ?? '') || t('blank'))
  }
  const all = (whose: string) => setKept(Object.fromEntries(names.map((name) => [name, whose])))
  const settle = () => onSettle(Object.fromEntries(names.filter((name) => kept[name] === 'theirs').map((name) => [name, current.values[name]])))
  return (
    <div ref={box} tabIndex={-1} role="alert" className="flex flex-col gap-4 rounded-lg border border-warn bg-warn-tint p-4 text-ink">
      <div>
        <h2 className="font-semibold">{t('title')}</h2>
        <p className="mt-1">{names.length > 0 ? t('text') : t('elsewhere')}</p>
      </div>
      {names.map((name) => (
        <fieldset key={name}>
          <legend className="mb-1 text-sm font-medium">{labelOf(fieldId(name)) ?? name}</legend>
          {(['mine', 'theirs'] as const).map((whose) => (
            <label key={whose} className="flex min-h-9 items-start gap-2.5 py-1.5 pointer-coarse:min-h-11">
              <input type="radio" className="radio mt-0.5" name={`conflict-${name}`} checked={kept[name] === whose} onChange={() => setKept((now) => ({ ...now, [name]: whose }))} />
              <span className="min-w-0 break-words">{t(whose, { value: shown(name, whose) })}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={settle}>{t('save')}</Button>
        {names.length > 1 && <Button onClick={() => all('mine')}>{t('allMine')}</Button>}
        {names.length > 1 && <Button onClick={() => all('theirs')}>{t('allTheirs')}</Button>}
      </div>
    </div>
  )
}
