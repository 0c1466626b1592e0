import type { ReactNode } from 'react'

/** A heading and the fields under it. */
export const FormSection = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <fieldset className="flex flex-col gap-4">
    <legend className="mb-4">
      <span className="text-base font-semibold">{title}</span>
      {hint && <span className="mt-0.5 block text-soft">{hint}</span>}
    </legend>
    {children}
  </fieldset>
)
