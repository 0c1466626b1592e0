'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { FormSection } from '@/components/form/form-section'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { studentInput, type StudentInput } from '@/lib/domain/people/student'
import { seenInput } from '@/lib/platform/catalog'
import { updateStudentAction } from './actions'
import { ContactFields, NameFields } from './student-fields'

const editInput = z.intersection(studentInput, seenInput)

export function StudentForm({ id, seen, values }: { id: string; seen: string; values: StudentInput }) {
  const t = useTranslations('students')
  const router = useRouter()
  const saved = () => {
    toast({ title: t('saved') })
    router.push(`/students/${id}`)
  }
  const word = (name: string, value: unknown) => (name === 'gender' && value ? t(`genders.${String(value)}`) : undefined)
  return (
    <ActionForm schema={editInput} action={updateStudentAction} defaults={{ ...values, id, seen }} onSaved={saved} submit={t('save')} aside={<LinkButton href={`/students/${id}`} variant="quiet">{t('cancel')}</LinkButton>} word={word}>
      <FormSection title={t('sections.who')}><NameFields /></FormSection>
      <FormSection title={t('sections.contact')}><ContactFields /></FormSection>
    </ActionForm>
  )
}
