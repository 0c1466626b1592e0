import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The frame of what stands before the door: whose product it is, what this page is for, and one form. */
export function Door({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const t = useTranslations('access')
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="door flex w-full max-w-sm flex-col gap-6 md:rounded-lg md:border md:border-line md:bg-raised md:p-8">
        <header className="flex items-center gap-3">
          <img src="/icon.svg" alt="" className="size-11" />
          <div className="min-w-0">
            <p className="text-soft">{t('product')}</p>
            <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          </div>
        </header>
        {hint && <p className="text-soft text-pretty">{hint}</p>}
        {children}
      </div>
    </main>
  )
}
