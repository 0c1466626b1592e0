import { useTranslations } from 'next-intl'
import { BlankPage } from '@/components/shell/blank-page'
import { LinkButton } from '@/components/ui/link-button'

export default function NotFound() {
  const t = useTranslations('errors')
  return (
    <BlankPage title={t('notFound.title')} deed={<LinkButton href="/">{t('page.home')}</LinkButton>}>
      <p>{t('notFound.text')}</p>
    </BlankPage>
  )
}
