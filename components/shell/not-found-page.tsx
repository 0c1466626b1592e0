'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { BlankPage } from './blank-page'

/** Drawn in the browser, as `ForbiddenPage` is. */
export function NotFoundPage() {
  const t = useTranslations('errors')
  return (
    <BlankPage title={t('notFound.title')} deed={<LinkButton href="/">{t('page.home')}</LinkButton>}>
      <p>{t('notFound.text')}</p>
    </BlankPage>
  )
}
