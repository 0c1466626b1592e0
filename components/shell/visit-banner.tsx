import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'

/** Tells whoever answers for an organization that somebody of the platform may look in, and leads to where it is ended. */
export function VisitBanner({ by, until }: { by: string; until: string }) {
  const t = useTranslations('shell.support')
  return (
    <div role="region" aria-label={t('title')} className="support-banner tone-warn icon-alert">
      <p className="share-word min-w-0 flex-1 text-ink"><span>{t('visit', { by, until })}</span></p>
      <LinkButton href="/support" size="sm">{t('see')}</LinkButton>
    </div>
  )
}
