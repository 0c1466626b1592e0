import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import type { KeptMail } from '@/lib/domain/access/outbox.server'

/** A mail that was kept, as its reader would see it. Its link leads out of this session: it opens in a window of its own. */
export function MailCard({ recipient, when, words: { subject, lines, button, locale } }: Pick<KeptMail, 'recipient' | 'words'> & { when: string }) {
  const t = useTranslations('outbox')
  return (
    <article className="rounded-lg border border-line bg-raised p-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold">{subject}</h2>
        <span className="text-sm text-soft">{when}</span>
      </header>
      <p className="text-sm text-soft break-words">{t('to', { recipient })}</p>
      <div lang={locale} className="mt-2 flex max-w-prose flex-col gap-2">
        {lines.map((line) => <p key={line} className="text-pretty break-words">{line}</p>)}
      </div>
      {button && <p className="mt-3"><a href={button.href} target="_blank" rel="noreferrer" className={buttonClass()} aria-label={`${button.label}: ${recipient}`}>{button.label}</a></p>}
    </article>
  )
}
