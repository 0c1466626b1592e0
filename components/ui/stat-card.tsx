import Link from 'next/link'
import type { ReactNode } from 'react'
import { Status, type Tone } from './status'

type StatCardProps = {
  question: string
  answer: ReactNode
  /** What the answer means, e.g. against the usual. */
  note?: ReactNode
  verdict?: { tone: Tone; word: string }
  /** The list behind the number, and what it is called. */
  href: string
  link: string
}

/** One question of a dashboard, its answer, and the way to the list behind it. The whole card is the link. */
export function StatCard({ question, answer, note, verdict, href, link }: StatCardProps) {
  return (
    <article className="relative flex flex-col gap-1 rounded-lg border border-line bg-raised p-4 transition-colors hover:border-line-strong">
      <div className="flex min-h-6 items-start justify-between gap-2">
        <h2 className="text-sm font-medium text-soft">{question}</h2>
        {verdict && <Status tone={verdict.tone}>{verdict.word}</Status>}
      </div>
      <p className="text-2xl font-semibold tracking-tight tabular-nums">{answer}</p>
      {note && <p className="text-sm text-soft">{note}</p>}
      <Link
        href={href}
        className="mt-auto pt-2 text-sm font-medium text-campus-text after:absolute after:inset-0 after:rounded-lg hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-campus-line"
      >
        {link}
      </Link>
    </article>
  )
}
