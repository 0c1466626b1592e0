'use client'

import { PhoneIncoming } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/form/form-dialog'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { NoticeFormProps } from './notice-form'

/** The desk is open all morning, the form now and then: it comes when it is asked for. */
const NoticeForm = dynamic(() => import('./notice-form'), { ssr: false, loading: () => <Skeleton className="h-96 w-full" /> })

/** What a family tells the office; the registers of those days find it. */
export function NoticeDialog({ chosen = null, ...given }: Pick<NoticeFormProps, 'reasons' | 'today'> & Partial<Pick<NoticeFormProps, 'chosen'>>) {
  const t = useTranslations('attendance.office')
  return (
    <FormDialog title={t('report')} description={t('reportText')} trigger={<Button variant="primary"><PhoneIncoming aria-hidden />{t('report')}</Button>}>
      {(done) => <NoticeForm {...given} chosen={chosen} done={done} />}
    </FormDialog>
  )
}
