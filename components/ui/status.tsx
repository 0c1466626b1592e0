import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'ok' | 'warn' | 'bad' | 'quiet'
export type StatusIcon = 'alert' | 'info' | 'pencil'

type StatusProps = { tone: Tone; icon?: StatusIcon; children: ReactNode }

/** Icon, word and colour in one element; the tone brings its own icon unless another is named. */
export const Status = ({ tone, icon, children }: StatusProps) => (
  <span className={clsx('status', `tone-${tone}`, icon && `icon-${icon}`)}>{children}</span>
)
