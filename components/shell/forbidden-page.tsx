'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { BlankPage } from './blank-page'

/** Drawn in the browser: the router carries it along with every page, and as an island it weighs one line there. */
export function ForbiddenPage() {
  const t = useTranslations('errors')
  return (
    <BlankPage title={t('forbidden.title')} deed={<LinkButton href="/">{t('page.home')}</LinkButton>}>
      <p>{t('forbidden.text')}</p>
    </BlankPage>
  )
}
