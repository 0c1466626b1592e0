import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export type FieldText = { label: string; hint?: ReactNode; problem?: string; optional?: boolean }
type FieldProps = FieldText & { id: string; children: ReactNode }

export const hintId = (id: string) => `${id}-hint`
export const problemId = (id: string) => `${id}-problem`

/** What ties an input to its hint and its problem. */
export const described = (id: string, { hint, problem }: Pick<FieldText, 'hint' | 'problem'>) => ({
  id,
  'aria-invalid': problem ? true : undefined,
  'aria-describedby': [hint && hintId(id), problem && problemId(id)].filter(Boolean).join(' ') || undefined,
})

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={hintId(id)} className="text-sm text-soft">
      {children}
    </p>
  )
}

export function Problem({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={problemId(id)} className="tone-bad icon-alert flex gap-1.5 text-sm font-medium text-bad">
      <span aria-hidden="true" className="mt-1 size-3.5 shrink-0 bg-current mask-(--icon) mask-contain mask-no-repeat" />
      {children}
    </p>
  )
}

/** Label above, input, hint and problem below. Optional is said, required is not. */
export function Field({ id, label, hint, problem, optional = false, children }: FieldProps) {
  const t = useTranslations('form')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="ms-1.5 font-normal text-soft">{t('optional')}</span>}
      </label>
      {children}
      {hint && <Hint id={id}>{hint}</Hint>}
      {problem && <Problem id={id}>{problem}</Problem>}
    </div>
  )
}
