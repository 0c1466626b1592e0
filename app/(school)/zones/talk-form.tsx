'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { talkInput } from '@/lib/domain/development/check-in'
import type { Listener } from '@/lib/domain/development/check-in.server'
import { askForTalkAction } from './actions'

/** Asks one person, and nobody else, for a talk. */
export function TalkForm({ listeners }: { listeners: readonly Listener[] }) {
  const t = useTranslations('zones.talk')
  const [asked, setAsked] = useState(false)
  const options = listeners.map(({ userId, name, jobTitle }) => ({ value: userId, label: [name, jobTitle].filter(Boolean).join(', ') }))
  return (
    <Card title={t('title')}>
      {asked ? <Notice tone="ok" title={t('asked')} /> : listeners.length === 0 ? <p className="text-soft">{t('nobody')}</p> : (
        <>
          <p className="mb-4 max-w-prose text-soft">{t('text')}</p>
          <ActionForm schema={talkInput} action={askForTalkAction} defaults={{ toUserId: options[0]?.value ?? '', note: '' }} submit={t('send')} onSaved={() => setAsked(true)}>
            <SelectField name="toUserId" label={t('who')} options={options} />
            <TextAreaField name="note" label={t('note')} optional rows={2} />
          </ActionForm>
        </>
      )}
    </Card>
  )
}
