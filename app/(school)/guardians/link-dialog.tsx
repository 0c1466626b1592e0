'use client'

import { Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { Button } from '@/components/ui/button'
import { newLinkInput, usualLink } from '@/lib/domain/people/guardian-link'
import { linkGuardianAction } from './actions'
import { LinkFields } from './link-fields'

type Named = { id: string; name: string }

/** Links a guardian who is known already to a student, from either side. */
export function LinkDialog({ student, guardian }: { student?: Named; guardian?: Named }) {
  const t = useTranslations('guardians')
  return (
    <FormDialog title={t(student ? 'link.newGuardian' : 'link.newChild', { name: student?.name ?? guardian?.name ?? '' })} trigger={<Button><Link2 aria-hidden />{t(student ? 'link.addGuardian' : 'link.addChild')}</Button>}>
      {(done) => (
        <ActionForm schema={newLinkInput} action={linkGuardianAction} defaults={{ ...usualLink, guardianId: guardian?.id ?? '', studentId: student?.id ?? '' }} onSaved={() => done(t('link.saved'))} submit={t('link.add')}>
          {student ? <RemotePickField name="guardianId" label={t('one')} source="/api/choices/guardians" chosen={null} /> : <RemotePickField name="studentId" label={t('fields.student')} source="/api/choices/students" chosen={null} />}
          <LinkFields />
        </ActionForm>
      )}
    </FormDialog>
  )
}
