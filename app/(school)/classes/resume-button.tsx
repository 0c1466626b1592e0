'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { resumeEnrollmentAction } from './actions'

/** Takes the end of a place back. */
export function useResume() {
  const t = useTranslations('record')
  const unsent = useUnsent()
  const router = useRouter()
  return async (id: string) => {
    const result = await resumeEnrollmentAction({ id }).catch(unsent)
    toast(result.ok ? { title: t('restored') } : { title: result.message, tone: 'bad' })
    router.refresh()
  }
}

export function ResumeButton({ enrollmentId, name }: { enrollmentId: string; name: string }) {
  const t = useTranslations('classes.enrollments')
  const resume = useResume()
  const [isPending, startTransition] = useTransition()
  return <Button size="sm" pending={isPending} disabled={isPending} aria-label={t('resumeOf', { name })} onClick={() => startTransition(() => resume(enrollmentId))}>{t('resume')}</Button>
}
