import { useTranslations } from 'next-intl'
import { BlankPage } from '@/components/shell/blank-page'
import { LinkButton } from '@/components/ui/link-button'

export default function Forbidden() {
  const t = useTranslations('errors')
  return (
    <BlankPage title={t('forbidden.title')} deed={<LinkButton href="/">{t('page.home')}</LinkButton>}>
      <p>{t('forbidden.text')}</p>
    </BlankPage>
  )
}
