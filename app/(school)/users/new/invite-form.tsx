'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Option } from '@/components/ui/select'
import { LinkButton } from '@/components/ui/link-button'
import { pastedInput, type Recipient } from '@/lib/domain/access/user'
import { previewInvitesAction } from '../actions'
import { InvitePreview } from './invite-preview'

/** First who, from a list as it is pasted; then, with the people before one's eyes, as what. */
export function InviteForm({ sends, roles, campuses }: { /** Whether mail leaves at all. */ sends: boolean; roles: readonly Option[]; campuses: readonly Option[] }) {
  const t = useTranslations('users')
  const [text, setText] = useState('')
  const [people, setPeople] = useState<Recipient[] | null>(null)
  if (people) return <InvitePreview sends={sends} people={people} roles={roles} campuses={campuses} onBack={() => setPeople(null)} />
  const preview = (input: z.input<typeof pastedInput>) => {
    setText(input.text)
    return previewInvitesAction(input)
  }
  return (
    <ActionForm schema={pastedInput} action={preview} defaults={{ text }} onSaved={setPeople} submit={t('invite.preview')} aside={<LinkButton href="/users" variant="quiet">{t('cancel')}</LinkButton>}>
      <TextAreaField name="text" label={t('invite.people')} hint={t('invite.peopleHint')} rows={8} spellCheck={false} autoCapitalize="none" />
    </ActionForm>
  )
}
