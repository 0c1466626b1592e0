'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { CheckListField } from '@/components/form/check-list-field'
import { SelectField } from '@/components/form/select-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { Option } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import { inviteInput, mostInvited, type Recipient } from '@/lib/domain/access/user'
import { inviteUsersAction } from '../actions'

const tones = { address: 'bad', later: 'warn', twice: 'quiet', known: 'quiet' } as const

type InvitePreviewProps = { sends: boolean; people: readonly Recipient[]; roles: readonly Option[]; campuses: readonly Option[]; onBack: () => void }

/** Who gets a mail and who does not, and why; and what those who do will be. */
export function InvitePreview({ sends, people, roles, campuses, onBack }: InvitePreviewProps) {
  const t = useTranslations('users')
  const router = useRouter()
  const good = people.filter(({ problem }) => problem === null)
  const saved = ({ invited, known }: { invited: number; known: number }) => {
    toast({ title: t(sends ? 'invite.done' : 'invite.made', { invited }), ...(known > 0 ? { description: t('invite.known', { known }) } : {}) })
    router.push('/users?status=invited')
  }
  const recipients = good.map(({ email, firstName, lastName }) => ({ email, firstName, lastName }))
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      {people.some(({ problem }) => problem === 'later') && <Notice tone="warn" title={t('invite.later', { most: mostInvited })} />}
      <Card title={t('invite.count', { count: good.length })} flush aside={<Button variant="quiet" size="sm" onClick={onBack}>{t('invite.back')}</Button>}>
        <ul className="max-h-80 overflow-y-auto" tabIndex={0} aria-label={t('invite.people')}>
          {people.map(({ email, firstName, lastName, problem }, i) => (
            <li key={`${email}${i}`} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5">
              <span className="min-w-0 flex-1 basis-52 break-words">{email}<span className="ms-2 text-soft">{[firstName, lastName].filter(Boolean).join(' ')}</span></span>
              {problem ? <Status tone={tones[problem]}>{t(`invite.problems.${problem}`)}</Status> : <Status tone="ok">{t(sends ? 'invite.goes' : 'invite.waits')}</Status>}
            </li>
          ))}
        </ul>
      </Card>
      {good.length > 0 && (
        <ActionForm schema={inviteInput} action={inviteUsersAction} defaults={{ people: recipients, roleId: '', campusIds: [] }} onSaved={saved} submit={t(sends ? 'invite.send' : 'invite.make', { count: good.length })}>
          <SelectField name="roleId" label={t('fields.role')} options={roles} placeholder={t('choose')} hint={t('invite.roleHint')} />
          {campuses.length > 1 && <CheckListField name="campusIds" label={t('fields.campuses')} options={campuses} hint={t('campusesHint')} />}
        </ActionForm>
      )}
    </div>
  )
}
