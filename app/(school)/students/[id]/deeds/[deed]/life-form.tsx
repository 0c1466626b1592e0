'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { lifeInputOf, lifeOf, type StudentDeed } from '@/lib/domain/academics/student-life'
import type { Consequences } from '@/lib/domain/academics/student-life.server'
import * as act from '../../../actions'
import { ConsequenceList } from './consequence-list'

const actions = {
  admit: act.admitApplicantAction, transfer: act.transferStudentAction, leave: act.putOnLeaveAction, return: act.bringBackAction, withdraw: act.withdrawStudentAction, graduate: act.graduateStudentAction, readmit: act.readmitStudentAction,
} satisfies Record<StudentDeed, unknown>

type LifeFormProps = { id: string; seen: string; name: string; deed: StudentDeed; today: string; campusId: string; campuses: readonly Option[]; consequences: Consequences; mayEnrol: boolean }

/** One deed in a student's life: from when, why, and what follows from it, said before it is done. */
export function LifeForm({ id, seen, name, deed, today, campusId, campuses, consequences, mayEnrol }: LifeFormProps) {
  const t = useTranslations('students')
  const router = useRouter()
  const { ends, reason, campus, class: takesClass } = lifeOf[deed]
  const saved = () => {
    toast({ title: t(`life.done.${deed}`, { name }) })
    router.push(`/students/${id}`)
  }
  return (
    <section aria-label={t(`life.deeds.${deed}`)} className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{t(`life.titles.${deed}`, { name })}</h2>
      <ActionForm
        schema={lifeInputOf(deed)} action={actions[deed]} defaults={{ id, seen, on: today, reason: '', classId: '', campusId: '' }} onSaved={saved}
        submit={t(`life.deeds.${deed}`)} aside={<LinkButton href={`/students/${id}`} variant="quiet">{t('cancel')}</LinkButton>}
      >
        <DateField name="on" label={t(`life.from.${deed}`)} />
        {campus && <SelectField name="campusId" label={t('life.toCampus')} options={campuses} placeholder={t('choose')} />}
        {takesClass && mayEnrol && <ClassField own={campusId} />}
        <TextAreaField name="reason" label={t('life.reason')} optional={!reason} />
        <ConsequenceList deed={deed} ends={ends !== null} consequences={consequences} today={today} />
      </ActionForm>
    </section>
  )
}

function ClassField({ own }: { own: string }) {
  const t = useTranslations('students')
  const chosen = String(useWatch({ name: 'campusId' }) ?? '') || own
  return <RemotePickField name="classId" label={t('columns.class')} hint={t('life.classHint')} source={`/api/choices/classes?campus=${chosen}`} chosen={null} optional />
}
