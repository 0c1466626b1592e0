import Link from 'next/link'
import { useId, type ReactNode } from 'react'
import { Status, type StatusIcon, type Tone } from '@/components/ui/status'
import { ShareBar, type Share } from './share-bar'

export type Comparison = { tone: Tone; icon?: StatusIcon; text: string }

type QuestionCardProps = {
  question: string
  answer: ReactNode
  /** Against the usual, last week, the target. */
  comparison?: Comparison | null
  note?: ReactNode
  shares?: readonly Share[]
  /** The list behind the answer; none where there is nothing to list. */
  link?: { href: string; label: string } | false | null
  span?: 4 | 5 | 6 | 7
  children?: ReactNode
}

/** One question of a dashboard, its answer, what it is compared to, and the way to the list behind it. */
export function QuestionCard({ question, answer, comparison, note, shares, link, span, children }: QuestionCardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} data-span={span} className="flex flex-col gap-2.5 rounded-lg border border-line bg-raised px-4 pt-2 pb-4">
      <header className="flex min-h-10 items-center justify-between gap-3">
        <h2 id={id} className="text-sm font-semibold">
          {question}
        </h2>
        {link && (
          <Link href={link.href} className="shrink-0 text-sm font-medium text-campus-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3">
            {link.label}
          </Link>
        )}
      </header>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-2xl font-semibold tracking-tight tabular-nums">{answer}</p>
        {comparison && (
          <Status tone={comparison.tone} icon={comparison.icon}>
            {comparison.text}
          </Status>
        )}
      </div>
      {note && <p className="text-sm text-soft">{note}</p>}
      {shares && <ShareBar shares={shares} />}
      {children}
    </section>
  )
}
