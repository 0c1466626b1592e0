import { LinkButton } from '@/components/ui/link-button'
import { Card } from '@/components/ui/card'
import type { Tone } from '@/components/ui/status'

export type Attention = { key: string; count: string | number; tone: Tone; title: string; detail?: string; deed: { href: string; label: string } }

type AttentionListProps = { title: string; lines: readonly Attention[]; calm: string }

/** What waits for this person, the most pressing first, each line with its deed; or that nothing does. */
export function AttentionList({ title, lines, calm }: AttentionListProps) {
  return (
    <Card title={title} flush>
      {lines.length === 0 ? (
        <p className="tone-ok mx-4 border-t border-line py-4 text-soft">
          <span className="share-word">{calm}</span>
        </p>
      ) : (
        <ul className="px-4 pb-1">
          {lines.map(({ key, count, tone, title: line, detail, deed }) => (
            <li key={key} className="flex items-center gap-3 border-t border-line py-2.5">
              <span className={`attention-count tone-${tone}`}>{count}</span>
              <div className="min-w-0 flex-1">
                <p className="font-medium">{line}</p>
                {detail && <p className="line-clamp-2 text-sm text-soft">{detail}</p>}
              </div>
              <LinkButton href={deed.href} size="sm" aria-label={`${deed.label}: ${line}`}>
                {deed.label}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
