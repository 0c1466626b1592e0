'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { useRemove } from '@/components/record/remove-button'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { guardianLinkInput, type GuardianLinkInput } from '@/lib/domain/people/guardian-link'
import { seenInput } from '@/lib/platform/catalog'
import { relinkGuardianAction, unlinkGuardianAction, updateLinkAction } from './actions'
import { LinkFields } from './link-fields'

const editInput = z.intersection(guardianLinkInput, seenInput)
type LinkEditorProps = { row: { id: string; seen: string } & GuardianLinkInput; title: string; name: string }

/** Changes how two stand to each other, or parts them. */
export function LinkEditor({ row, title, name }: LinkEditorProps) {
  const t = useTranslations('guardians')
  const { run, isPending } = useRemove(unlinkGuardianAction, relinkGuardianAction)
  const { id, seen, relationship, livesWith, mayPickUp, receivesMail, pays, emergencyOrder, custodyNote, custodyFrom, custodyUntil } = row
  const values = { relationship, livesWith, mayPickUp, receivesMail, pays, emergencyOrder: emergencyOrder ?? '', custodyNote: custodyNote ?? '', custodyFrom: custodyFrom ?? '', custodyUntil: custodyUntil ?? '' }
  return (
    <FormDialog title={title} trigger={<IconButton label={t('link.edit', { name })}><Pencil aria-hidden /></IconButton>}>
      {(done) => (
        <ActionForm
          key={seen} schema={editInput} action={updateLinkAction} defaults={{ ...values, id, seen }} onSaved={() => done(t('link.saved'))} submit={t('save')}
          aside={<Button variant="quiet" pending={isPending} disabled={isPending} onClick={() => run({ id, seen }, t('link.the', { name }))}>{t('link.remove')}</Button>}
        >
          <LinkFields />
        </ActionForm>
      )}
    </FormDialog>
  )
}
