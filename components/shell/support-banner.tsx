import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Says all the while that this is somebody else's school, and how to leave it. */
export function SupportBanner({ organization, leave }: { organization: string; leave: (form: FormData) => Promise<void> }) {
  const t = useTranslations('shell.support')
  return (
    <div role="region" aria-label={t('title')} className="support-banner tone-warn icon-alert">
      <p className="share-word min-w-0 flex-1 text-ink">
        <span>{t('text', { organization })}</span>
      </p>
      <form action={leave}>
        <Button type="submit" size="sm">
          {t('leave')}
        </Button>
      </form>
    </div>
  )
}
