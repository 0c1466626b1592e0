import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { BlankPage } from './blank-page'

export function ForbiddenPage() {
  const t = useTranslations('errors')
  return (
    <BlankPage title={t('forbidden.title')} deed={<LinkButton href="/">{t('page.home')}</LinkButton>}>
      <p>{t('forbidden.text')}</p>
    </BlankPage>
  )
}
