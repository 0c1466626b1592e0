import { getFormatter, getTranslations } from 'next-intl/server'
import { RecordFrame } from '@/components/record/record-frame'
import { RemoveButton } from '@/components/record/remove-button'
import { Face } from '@/components/ui/face'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PhoneLink } from '@/components/ui/phone-link'
import { Status } from '@/components/ui/status'
import { photosOf } from '@/lib/domain/files/public.server'
import { staffFiles } from '@/lib/domain/people/people-files.server'
import { staffStatusTone } from '@/lib/domain/people/staff'
import { listTeaching } from '@/lib/domain/people/staff-record.server'
import { toDate } from '@/lib/platform/time'
import { removeStaffAction, restoreStaffAction } from '../actions'
import { LeaveDialog } from './leave-dialog'
import { titled } from '../../titled'
import { openStaff } from './open-staff.server'
import { ReturnButton } from './return-button'

export async function generateMetadata({ params }: LayoutProps<'/staff/[id]'>) {
  return titled((await openStaff((await params).id)).row.name)
}

export default async function StaffLayout({ params, children }: LayoutProps<'/staff/[id]'>) {
  const { ctx, row } = await openStaff((await params).id)
  const { id, seen, name, values, status, campus, today, endDate } = row
  const [t, format, photos, teaching] = await Promise.all([getTranslations('staff'), getFormatter(), photosOf(ctx, staffFiles, [id]), listTeaching(ctx, id)])
  const tab = (segment: string, label = segment) => ({ segment, label: t(`tabs.${label}`) })
  const tabs = [tab('', 'details'), ...(ctx.can('READ_CLASSES') ? [tab('classes')] : []), ...(ctx.can('READ_STAFF_ATTENDANCE') ? [tab('attendance')] : []), ...(ctx.can('READ_WALKTHROUGHS') ? [tab('development')] : []), tab('files'), tab('history')]
  const facts = [
    { label: t('type'), value: [t(`types.${String(values.staffType)}`), values.jobTitle].filter(Boolean).join(' · ') },
    { label: t('campus'), value: campus?.name ?? '–' },
    { label: t('fields.phone'), value: values.phone ? <PhoneLink number={String(values.phone)} className="hover:underline" /> : '–' },
  ]
  const mayEdit = ctx.can('UPDATE_STAFF')
  const classNames = [...new Set([...teaching.homerooms.map((one) => one.name), ...teaching.lessons.map((one) => one.className)])]
  const deeds = (
    <>
      {ctx.can('DELETE_STAFF') && <RemoveButton id={id} seen={seen} name={name} remove={removeStaffAction} restore={restoreStaffAction} listHref="/staff" />}
      {mayEdit && !endDate && status !== 'ended' && <LeaveDialog id={id} seen={seen} name={name} today={today} classNames={classNames} />}
      {mayEdit && <LinkButton href={`/staff/${id}/edit`} variant="primary">{t('edit')}</LinkButton>}
    </>
  )
  const day = endDate && format.dateTime(toDate(endDate), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <RecordFrame
      picture={<Face name={name} photo={photos.get(id)} size={40} />} name={name} facts={facts} deeds={deeds} label={t('tabs.label')} path={`/staff/${id}`} tabs={tabs}
      status={status !== 'active' && <Status tone={staffStatusTone[status]}>{t(`statuses.${status}`)}</Status>}
      notice={(endDate || status === 'ended') && (
        <Notice tone={classNames.length > 0 ? 'warn' : 'quiet'} title={day ? t(status === 'ended' ? 'leaving.left' : 'leaving.leaves', { date: day }) : t('statuses.ended')} deed={mayEdit && <ReturnButton id={id} seen={seen} isGone={status === 'ended'} />}>
          {classNames.length > 0 && t('leaving.missing', { classes: classNames.join(', ') })}
        </Notice>
      )}
    >
      {children}
    </RecordFrame>
  )
}
