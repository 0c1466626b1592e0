import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { Tone } from './status'

const icons: Record<Tone, string> = { ok: '', warn: 'icon-alert', bad: 'icon-alert', quiet: 'icon-info' }

type NoticeProps = { tone: Tone; title: ReactNode; children?: ReactNode; deed?: ReactNode; urgent?: boolean }

/** A sentence the page wants read; `urgent` is announced at once. */
export function Notice({ tone, title, children, deed, urgent = false }: NoticeProps) {
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className={clsx('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg p-3', `tone-${tone}`, icons[tone])}
      style={{ background: 'var(--tone-tint)' }}
    >
      <span
        className="mt-0.5 size-4.5 shrink-0"
        style={{ background: 'var(--tone)', mask: 'var(--icon) center / contain no-repeat' }}
      />
      <div className="min-w-0 flex-1 basis-60 text-ink">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-1">{children}</div>}
      </div>
      {deed}
    </div>
  )
}
