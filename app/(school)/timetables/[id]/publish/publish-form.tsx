'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { publishInput, type CheckList } from '@/lib/domain/timetable/publishing'
import { toDate } from '@/lib/platform/plain-date'
import { publishTimetableAction } from '../../actions'

type PublishFormProps = { id: string; seen: string; from: string; last: string; replaces: CheckList['replaces']; isReady: boolean }

/** From which day, and what ends then. */
export function PublishForm({ id, seen, from, last, replaces, isReady }: PublishFormProps) {
  const t = useTranslations('timetables.publish')
  const format = useFormatter()
  const router = useRouter()
  const published = () => {
    toast({ title: t('done'), tone: 'ok' })
    router.push(`/timetables/${id}`)
    router.refresh()
  }
  if (!isReady) return <Notice tone="bad" title={t('notYet')}>{t('notYetText')}</Notice>
  return (
    <Card title={t('from')}>
      <ActionForm key={seen} schema={publishInput} action={publishTimetableAction} defaults={{ id, seen, from }} onSaved={published} submit={t('deed')}>
        <DateField name="from" label={t('fromDay')} hint={t('fromHint', { date: format.dateTime(toDate(last), { dateStyle: 'long', timeZone: 'UTC' }) })} />
        {replaces.length > 0 && (
          <ul className="flex flex-col gap-1 text-sm">
            {replaces.map((one) => <li key={one.id}>{t('replaces', { name: one.name, date: format.dateTime(toDate(one.from), { dateStyle: 'medium', timeZone: 'UTC' }) })}</li>)}
          </ul>
        )}
      </ActionForm>
    </Card>
  )
}
