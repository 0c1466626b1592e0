'use client'

import { useTranslations } from 'next-intl'
import { BlankPage, HomeLink } from './blank-page'

/** Drawn in the browser, as `ForbiddenPage` is. */
export function NotFoundPage() {
  const t = useTranslations('errors')
  return (
    <BlankPage title={t('notFound.title')} deed={<HomeLink>{t('page.home')}</HomeLink>}>
      <p>{t('notFound.text')}</p>
    </BlankPage>
  )
}
