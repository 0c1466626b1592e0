'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { toast } from '@/components/ui/toast'
import { answerInput } from '@/lib/domain/development/walkthrough'
import { answerVisitAction } from '../actions'

/** What the teacher has to say about it; it can be changed, and the last word stands. */
export function Answer({ id, reply, visitor }: { id: string; reply: string | null; visitor: string }) {
  const t = useTranslations('walkthroughs.one')
  const router = useRouter()
  const [isOpen, setOpen] = useState(reply === null)
  const saved = () => {
    toast({ tone: 'ok', title: t('answered') })
    setOpen(false)
    router.refresh()
  }
  return (
    <Card title={t('answer')} aside={!isOpen && <Button size="sm" onClick={() => setOpen(true)}>{t('change')}</Button>}>
      {isOpen ? (
        <ActionForm schema={answerInput} action={answerVisitAction} defaults={{ id, reply: reply ?? '' }} submit={t('send')} onSaved={saved} aside={reply !== null && <Button variant="quiet" onClick={() => setOpen(false)}>{t('cancel')}</Button>}>
          <TextAreaField name="reply" label={t('answer')} hint={t('answerHint', { name: visitor })} />
        </ActionForm>
      ) : <p className="max-w-prose whitespace-pre-line">{reply}</p>}
    </Card>
  )
}
