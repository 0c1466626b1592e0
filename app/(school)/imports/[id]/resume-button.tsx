'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { resumeImportAction } from '../actions'
import { useDeed } from './use-deed'

export function ResumeButton({ id }: { id: string }) {
  const t = useTranslations('imports.progress')
  const { run, isPending, problem } = useDeed()
  return (
    <>
      <Button size="sm" pending={isPending} onClick={() => run(() => resumeImportAction({ id }))}>{t('resume')}</Button>
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}
