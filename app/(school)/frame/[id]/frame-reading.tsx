import { useTranslations } from 'next-intl'
import type { Frame } from '@/lib/domain/development/frame.server'
import type { ShownSection } from './shown-sections.server'

const wordsAMinute = 220

/** Made for a phone at the bus stop: one column, large type, the letter that says which section. Empty ones are left out. */
export function FrameReading({ frame: { sections: texts }, sections }: { frame: Pick<Frame, 'sections'>; sections: readonly ShownSection[] }) {
  const t = useTranslations('frame')
  const count = Object.values(texts).join(' ').split(/\s+/).filter(Boolean).length
  return (
    <article className="frame-reading">
      <p className="text-sm text-soft">{t('minutes', { count: Math.max(1, Math.round(count / wordsAMinute)) })}</p>
      {sections.filter(({ key }) => texts[key] !== '').map(({ key, name }) => (
        <section key={key} aria-label={name}>
          <span className="frame-letter" aria-hidden="true">{key.charAt(0).toUpperCase()}</span>
          <div className="min-w-0">
            <h2>{name}</h2>
            <p>{texts[key]}</p>
          </div>
        </section>
      ))}
    </article>
  )
}
