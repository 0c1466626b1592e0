import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Door } from './door'

/** What a link shows that opens nothing any more; it says the same of one that never was. */
export function LinkOver({ again }: { again: boolean }) {
  const t = useTranslations('access')
  return (
    <Door title={t('linkOver.title')} hint={t(again ? 'linkOver.again' : 'linkOver.ask')}>
      <div className="flex flex-wrap gap-2">
        {again && <LinkButton href="/forgot" variant="primary">{t('forgot.title')}</LinkButton>}
        <LinkButton href="/sign-in">{t('signIn')}</LinkButton>
      </div>
    </Door>
  )
}
