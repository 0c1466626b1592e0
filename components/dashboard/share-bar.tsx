import { clsx } from 'clsx'
import Link from 'next/link'
import { useFormatter } from 'next-intl'
import type { StatusIcon, Tone } from '@/components/ui/status'

export type Share = { key: string; count: number; label: string; tone: Tone | 'none'; icon?: StatusIcon; href?: string }

/** What a whole is made of: the bar for the eye, and beneath it each part with its sign, number and word. A part of nothing is no link. */
export function ShareBar({ shares }: { shares: readonly Share[] }) {
  const format = useFormatter()
  return (
    <div className="flex flex-col gap-2">
      <div className="share-bar" aria-hidden="true">
        {shares.map(({ key, count, tone }) => count > 0 && <span key={key} className={`tone-${tone}`} style={{ flexGrow: count }} />)}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {shares.map(({ key, count, label, tone, icon, href }) => (
          <li key={key} className={clsx('share-word', `tone-${tone}`, icon && `icon-${icon}`)}>
            {href && count > 0 ? (
              <Link href={href} className="hover:underline pointer-coarse:py-3"><b className="font-semibold tabular-nums">{format.number(count)}</b> {label}</Link>
            ) : (
              <span><b className="font-semibold tabular-nums">{format.number(count)}</b> {label}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
