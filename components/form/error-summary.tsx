'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useFormState, type FieldErrors } from 'react-hook-form'
import { useFieldId } from './form-field'

type Problem = { name: string; message: string }

function problemsOf(errors: FieldErrors, path = ''): Problem[] {
  return Object.entries(errors).flatMap(([key, error]): Problem[] => {
    if (!error || typeof error !== 'object' || key === 'ref') return []
    const name = path + key
    if (typeof error.message === 'string') return [{ name, message: error.message }]
    return problemsOf(error as FieldErrors, `${name}.`)
  })
}

/** The name a person knows the field by; "optional" stands in an element of its own. */
export function labelOf(id: string) {
  const field = document.getElementById(id)
  const label = field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement ? field.labels?.[0] : null
  return label?.firstChild?.textContent || label?.textContent || null
}

/** Of rows that repeat, which one the field stands in: "Guardian 2", the name of the group around it. */
function rowOf(id: string, name: string) {
  const row = /\.\d+\./.test(name) ? document.getElementById(id)?.closest('fieldset, [role=group]') : null
  return row?.getAttribute('aria-label') || row?.querySelector(':scope > legend')?.textContent || null
}

type ErrorSummaryProps = { attempt: number; busy: boolean; message: string | undefined }

/** All that is wrong, in one place that takes the focus after each failed attempt; each line leads to its field. */
export function ErrorSummary({ attempt, busy, message }: ErrorSummaryProps) {
  const t = useTranslations('form')
  const { errors } = useFormState()
  const fieldId = useFieldId()
  const box = useRef<HTMLDivElement>(null)
  const answered = useRef(0)
  const problems = problemsOf(errors)
  const hasProblems = problems.length > 0 || message !== undefined

  // Only a failed attempt moves the focus, not a field that is checked again later.
  useEffect(() => {
    if (busy || !hasProblems || answered.current === attempt) return
    answered.current = attempt
    box.current?.focus()
  }, [attempt, busy, hasProblems])

  if (attempt === 0 || !hasProblems) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-lg border border-bad bg-bad-tint p-4 text-ink">
      <h2 className="font-semibold">{message ?? t('summary')}</h2>
      {problems.length > 0 && (
        <ul className="mt-2 flex list-disc flex-col gap-1 ps-5">
          {problems.map(({ name, message: text }) => (
            <li key={name}>
              <a
                href={`#${fieldId(name)}`}
                className="font-medium text-bad underline underline-offset-4"
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId(name))?.focus()
                }}
              >
                {[[...new Set([rowOf(fieldId(name), name), labelOf(fieldId(name))])].filter(Boolean).join(', '), text].filter(Boolean).join(': ')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
