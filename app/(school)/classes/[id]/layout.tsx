import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordFrame } from '@/components/record/record-frame'
import { RemoveButton } from '@/components/record/remove-button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import { classStatusTone } from '@/lib/domain/academics/class'
import { removeClassAction, restoreClassAction } from '../actions'
import { titled } from '../../titled'
import { openClass } from './open-class.server'

export async function generateMetadata({ params }: LayoutProps<'/classes/[id]'>) {
  return titled((await openClass((await params).id)).row.name)
}

export default async function ClassLayout({ params, children }: LayoutProps<'/classes/[id]'>) {
  const { ctx, row } = await openClass((await params).id)
  const { id, seen, name, values, teacher, campus, gradeName, yearName, students, capacity, status } = row
  const t = await getTranslations('classes')
  const tab = (segment: string, label = segment) => ({ segment, label: t(`tabs.${label}`) })
  const tabs = [
    tab('', 'students'), tab('subjects'), ...(ctx.can('READ_TIMETABLES') ? [tab('timetable')] : []), ...(ctx.can('READ_ATTENDANCE') ? [tab('attendance')] : []), ...(ctx.can('READ_ASSESSMENTS') ? [tab('gradebook')] : []), tab('history'),
  ]
  const facts = [
    { label: t('grade'), value: `${gradeName} · ${yearName}` },
    { label: t('campus'), value: campus ? ctx.can('READ_CAMPUSES') ? <Link href={`/campuses/${campus.id}`} className="hover:underline">{campus.name}</Link> : campus.name : '–' },
    { label: t('columns.teacher'), value: teacher ? ctx.can('READ_STAFF') ? <Link href={`/staff/${teacher.id}`} className="hover:underline">{teacher.name}</Link> : teacher.name : '–' },
    { label: t('columns.students'), value: capacity ? `${students} / ${capacity}` : students },
    ...(values.room ? [{ label: t('columns.room'), value: values.room }] : []),
  ]
  const deeds = (
    <>
      {ctx.can('DELETE_CLASSES') && <RemoveButton id={id} seen={seen} name={name} remove={removeClassAction} restore={restoreClassAction} listHref="/classes" />}
      {ctx.can('UPDATE_CLASSES') && <LinkButton href={`/classes/${id}/edit`}>{t('edit')}</LinkButton>}
      {ctx.can('READ_ATTENDANCE') && row.isCurrent && status === 'active' && <LinkButton href={`/attendance/${id}`} variant="primary">{t('columns.register')}</LinkButton>}
    </>
  )
  const missing = values.classType === 'homeroom' && status === 'active' && (!teacher || teacher.hasLeft)
  return (
    <RecordFrame
      name={name} facts={facts} deeds={deeds} label={t('tabs.label')} path={`/classes/${id}`} tabs={tabs}
      status={status !== 'active' && <Status tone={classStatusTone[status]}>{t(`statuses.${status}`)}</Status>}
      notice={missing && <Notice tone="warn" title={teacher ? t('teacherLeft', { name: teacher.name }) : t('noTeacher')} />}
    >
      {children}
    </RecordFrame>
  )
}
