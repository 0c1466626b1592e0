import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordFrame } from '@/components/record/record-frame'
import { Face } from '@/components/ui/face'
import { Notice } from '@/components/ui/notice'
import { PhoneLink } from '@/components/ui/phone-link'
import { Status } from '@/components/ui/status'
import { deedsFor } from '@/lib/domain/academics/student-life'
import { photosOf } from '@/lib/domain/files/public.server'
import { studentFiles } from '@/lib/domain/people/people-files.server'
import { studentStatusTone } from '@/lib/domain/people/student'
import { toDate } from '@/lib/platform/time'
import { CallOffButton } from './call-off-button'
import { titled } from '../../titled'
import { openStudent } from './open-student.server'
import { StudentDeeds } from './student-deeds'

export async function generateMetadata({ params }: LayoutProps<'/students/[id]'>) {
  return titled((await openStudent((await params).id)).row.name)
}

export default async function StudentLayout({ params, children }: LayoutProps<'/students/[id]'>) {
  const { ctx, row } = await openStudent((await params).id)
  const { id, seen, name, campus, standing, coming } = row
  const [t, format, photos] = await Promise.all([getTranslations('students'), getFormatter(), photosOf(ctx, studentFiles, [id])])
  const tab = (segment: string, label = segment) => ({ segment, label: t(`tabs.${label}`) })
  const tabs = [
    tab('', 'details'), ...(ctx.can('READ_GUARDIANS') ? [tab('guardians')] : []), ...(ctx.can('READ_ENROLLMENTS') ? [tab('classes')] : []), ...(ctx.can('READ_ATTENDANCE') ? [tab('attendance')] : []),
    ...(ctx.can('READ_ASSESSMENTS') ? [tab('results')] : []), ...(ctx.can('READ_INVOICES') ? [tab('invoices')] : []), ...(ctx.can('READ_STUDENT_NOTES') ? [tab('notes')] : []), tab('files'), tab('history'),
  ]
  const facts = [
    { label: t('columns.class'), value: row.class ? ctx.can('READ_CLASSES') ? <Link href={`/classes/${row.class.id}`} className="hover:underline">{row.class.name}</Link> : row.class.name : '–' },
    { label: t('campus'), value: campus?.name ?? '–' },
    ...(ctx.can('READ_GUARDIANS') ? [{ label: t('toCall'), value: row.guardian ? <span>{row.guardian.fullName}{row.guardian.phone && <>{' · '}<PhoneLink number={row.guardian.phone} className="hover:underline" /></>}</span> : '–' }] : []),
  ]
  const mayChange = ctx.can('UPDATE_STUDENTS')
  const deeds = <StudentDeeds id={id} seen={seen} name={name} deeds={mayChange && !coming ? deedsFor(standing).filter((deed) => deed !== 'transfer' || ctx.campuses.length > 1) : []} may={{ edit: mayChange, remove: ctx.can('DELETE_STUDENTS') }} />
  const notice = (
    <>
      {coming && (
        <Notice tone="warn" title={t('life.coming', { status: t(`statuses.${coming.status}`), date: format.dateTime(toDate(coming.on), { dateStyle: 'full', timeZone: 'UTC' }) })} deed={mayChange && <CallOffButton id={id} seen={seen} />}>
          {coming.campusId && t('life.comingCampus', { campus: ctx.campuses.find((one) => one.id === coming.campusId)?.name ?? '–' })}
        </Notice>
      )}
      {row.urgentNotes.map((note) => <Notice key={note.id} tone="bad" title={t(`notes.kinds.${note.kind}`)}><p className="whitespace-pre-line">{note.body}</p></Notice>)}
    </>
  )
  return (
    <RecordFrame
      picture={<Face name={name} photo={photos.get(id)} size={40} />} name={name} facts={facts} deeds={deeds} notice={notice} label={t('tabs.label')} path={`/students/${id}`} tabs={tabs}
      status={standing !== 'active' && <Status tone={studentStatusTone[standing]}>{t(`statuses.${standing}`)}</Status>}
    >
      {children}
    </RecordFrame>
  )
}
