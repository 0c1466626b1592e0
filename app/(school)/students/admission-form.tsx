'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormSection } from '@/components/form/form-section'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { admissionInput } from '@/lib/domain/people/admission'
import { admitStudentAction } from './actions'
import { AlikeNotice } from './alike-notice'
import { blankGuardian, GuardianRows } from './guardian-rows'
import { ContactFields, NameFields } from './student-fields'

type AdmissionFormProps = { campuses: readonly Option[]; campusId: string; today: string; may: { guardians: boolean; classes: boolean } }

/** A new student with guardians and a class, on one page. */
export function AdmissionForm({ campuses, campusId, today, may }: AdmissionFormProps) {
  const t = useTranslations('students')
  const router = useRouter()
  const saved = ({ id, studentNumber }: { id: string; studentNumber: string }) => {
    toast({ title: t('admit.done', { number: studentNumber }) })
    router.push(`/students/${id}`)
  }
  return (
    <ActionForm
      schema={admissionInput} action={admitStudentAction} onSaved={saved} submit={t('admit.submit')} aside={<LinkButton href="/students" variant="quiet">{t('cancel')}</LinkButton>}
      defaults={{ firstName: '', lastName: '', preferredName: '', dateOfBirth: '', gender: '', email: '', phone: '', address: '', campusId, on: today, classId: '', guardians: may.guardians ? [blankGuardian] : [] }}
    >
      <FormSection title={t('sections.who')}>
        <NameFields />
        <AlikeNotice />
      </FormSection>
      <FormSection title={t('sections.place')} hint={t('sections.placeHint')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField name="campusId" label={t('campus')} options={campuses} placeholder={campuses.length > 1 ? t('choose') : undefined} />
          <DateField name="on" label={t('admit.on')} />
          {may.classes && <ClassField />}
        </div>
      </FormSection>
      {may.guardians && <FormSection title={t('tabs.guardians')} hint={t('admit.guardiansHint')}><GuardianRows /></FormSection>}
      <FormSection title={t('sections.contact')}><ContactFields /></FormSection>
    </ActionForm>
  )
}

function ClassField() {
  const t = useTranslations('students')
  const campus = String(useWatch({ name: 'campusId' }) ?? '')
  return <RemotePickField name="classId" label={t('columns.class')} hint={t('life.classHint')} source={`/api/choices/classes?campus=${campus}`} chosen={null} optional />
}
