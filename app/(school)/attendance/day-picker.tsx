'use client'
import Form from 'next/form'
import { useEffect, useRef } from 'react'
import { Input } from '@/components/ui/input'
import type { PlainDate } from '@/lib/platform/time'

type DayPickerProps = { action: string; keep: Readonly<Record<string, string>>; label: string; date: PlainDate; today: PlainDate | undefined }

/** A day that was picked is gone to at once; one that is being typed, part by part, on Enter or on leaving the field. */
export function DayPicker({ action, keep, label, date, today }: DayPickerProps) {
  const field = useRef<HTMLInputElement>(null)
  const isTyped = useRef(false)
  const go = () => {
    const input = field.current
    if (input?.value && input.value !== date && input.validity.valid) input.form?.requestSubmit()
  }
  const shown = useRef<PlainDate>(null)
  useEffect(() => {
    // What was picked before the script had come is gone to now.
    if (shown.current === null) go()
    else if (shown.current !== date && field.current) field.current.value = date
    shown.current = date
  })
  return (
    <Form action={action}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Input
        ref={field}
        type="date"
        name="date"
        aria-label={label}
        defaultValue={date}
        autoComplete="off"
        min="1900-01-01"
        max={today}
        className="w-40"
        onKeyDown={() => (isTyped.current = true)}
        onPointerDown={() => (isTyped.current = false)}
        onChange={() => isTyped.current || go()}
        onBlur={() => {
          go()
          isTyped.current = false
        }}
      />
    </Form>
  )
}
