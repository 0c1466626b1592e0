import { useTranslations } from 'next-intl'
import type { PreviewProps } from './payload-preview'

const bands = ['low', 'middle', 'high'] as const

/** What is said before the quiz, its statements, and what is said of a result. */
export function PersonalityPreview({ payload, say }: PreviewProps<'personality_quiz'>) {
  const t = useTranslations('personality')
  return (
    <>
      <p>{say(payload.about)}</p>
      <section aria-label={t('isNot')}><p className="font-semibold">{t('isNot')}</p><p>{say(payload.isNot)}</p></section>
      <ol className="flex list-decimal flex-col gap-1 border-t border-line ps-6 pt-4">{payload.statements.map(({ key, text }) => <li key={key}>{say(text)}</li>)}</ol>
      {payload.traits.map((trait) => (
        <section key={trait.key} aria-label={say(trait.name)} className="flex flex-col gap-1 border-t border-line pt-4">
          <p className="font-semibold">{say(trait.name)}</p>
          <p className="text-soft">{say(trait.about)}</p>
          <dl className="flex flex-col gap-1">{bands.map((band) => <div key={band} className="flex gap-2.5"><dt className="w-16 shrink-0 text-soft">{t(`teamOf.bands.${band}`)}</dt><dd>{say(trait[band])}</dd></div>)}</dl>
        </section>
      ))}
    </>
  )
}
