'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { BlankPage, HomeLink } from './blank-page'

export type ErrorPageProps = { error: unknown; retry: () => void }

const digestOf = (error: unknown) => (error instanceof Error && 'digest' in error ? String(error.digest) : null)

/** What happened, what is safe, what to do, and the number that finds it in the log. */
export function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errors.page')
  const id = digestOf(error)
  useEffect(() => console.error(error), [error])
  return (
    <BlankPage
      title={t('title')}
      deed={
        <>
          <Button variant="primary" onClick={retry}>
            {t('again')}
          </Button>
          <HomeLink>{t('home')}</HomeLink>
        </>
      }
      note={id && t('reference', { id })}
    >
      <p>{t('text')}</p>
    </BlankPage>
  )
}
