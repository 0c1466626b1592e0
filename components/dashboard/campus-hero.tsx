import Link from 'next/link'
import type { ReactNode } from 'react'
import { Mascot } from './mascots/mascot'

export type HeroFact = { label: string; value: ReactNode; href?: string }

type CampusHeroProps = {
  title: string
  /** The campus's; of an organization those of its campuses. */
  mascots: readonly string[]
  /** The date, and what is on now. */
  line: ReactNode
  facts?: readonly HeroFact[]
  /** What is on for this person: when, what, and where. */
  lead?: { label: string; title: string; hint: string } | null
  /** The one thing to do from here. */
  deed?: { href: string; label: string; icon?: ReactNode }
  /** Controls of the page, the day that it shows. */
  aside?: ReactNode
  /** Less high, where what comes below is what one came for. */
  slim?: boolean
}

/** The head of a campus's dashboard in the campus's own gradient, which is readable all the way (`lib/platform/theme`), with its mascot. */
export function CampusHero({ title, mascots, line, facts = [], lead, deed, aside, slim = false }: CampusHeroProps) {
  return (
    <header className="hero banner" data-slim={slim || undefined}>
      <svg className="hero-hill" viewBox="0 0 1200 60" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M0 60V34c140-26 260-30 420-6s300 26 460 2 210-22 320-6v36z" />
      </svg>
      <div className="hero-room">
        <div className="hero-words">
          <h1 className="text-xl font-semibold tracking-tight md:text-2xl">{title}</h1>
          <p className="mt-0.5 text-sm">{line}</p>
          {lead && (
            <div className="mt-3">
              <p className="text-sm font-medium">{lead.label}</p>
              <h2 className="text-lg font-semibold tracking-tight">{lead.title}</h2>
              {lead.hint && <p className="text-sm tabular-nums">{lead.hint}</p>}
            </div>
          )}
          {facts.length > 0 && (
            <dl className="hero-facts">
              {facts.map(({ label, value, href }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{href ? <Link href={href}>{value}</Link> : value}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        {(deed || aside) && (
          <div className="flex flex-wrap items-center gap-3">
            {aside && <div className="hero-aside">{aside}</div>}
            {deed && (
              <Link href={deed.href} className="hero-deed">
                {deed.icon}
                {deed.label}
              </Link>
            )}
          </div>
        )}
        {mascots.length > 0 && (
          <div className="hero-mascots" data-many={mascots.length > 1 || undefined}>
            {mascots.map((mascot) => (
              <Mascot key={mascot} mascot={mascot} />
            ))}
          </div>
        )}
      </div>
    </header>
  )
}
