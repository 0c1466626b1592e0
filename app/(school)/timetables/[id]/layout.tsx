import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordFrame } from '@/components/record/record-frame'
import { RemoveButton } from '@/components/record/remove-button'
import { CampusTheme } from '@/components/ui/campus-theme'
import { LinkButton } from '@/components/ui/link-button'
import { Status } from '@/components/ui/status'
import { toDate } from '@/lib/platform/time'
import { removeTimetableAction, restoreTimetableAction } from '../actions'
import { timetableTone } from '../state-look'
import { titled } from '../../titled'
import { openTimetable } from './open-timetable.server'

export async function generateMetadata({ params }: LayoutProps<'/timetables/[id]'>) {
  return titled((await openTimetable((await params).id)).row.name)
}

export default async function TimetableLayout({ params, children }: LayoutProps<'/timetables/[id]'>) {
  const { ctx, row } = await openTimetable((await params).id)
  const { id, seen, name, state, status, from, to, campus, campusName, yearName } = row
  const [t, format] = await Promise.all([getTranslations('timetables'), getFormatter()])
  const said = (date: string) => format.dateTime(toDate(date), { dateStyle: 'medium', timeZone: 'UTC' })
  const mayDraw = status === 'draft' && ctx.can('UPDATE_TIMETABLES')
  const tabs = [{ segment: '', label: t('tabs.grid') }, ...(mayDraw ? [{ segment: 'publish', label: t('tabs.publish') }] : []), { segment: 'history', label: t('tabs.history') }]
  const facts = [
    { label: t('campus'), value: campus && ctx.can('READ_CAMPUSES') ? <Link href={`/campuses/${campus.id}`} className="hover:underline">{campusName}</Link> : campusName },
    { label: t('fields.year'), value: yearName },
    { label: t(status === 'draft' ? 'fields.planned' : 'fields.inForce'), value: to && status !== 'draft' ? `${said(from)} – ${said(to)}` : said(from) },
  ]
  const deeds = (
    <>
      {status === 'draft' && ctx.can('DELETE_TIMETABLES') && <RemoveButton id={id} seen={seen} name={name} remove={removeTimetableAction} restore={restoreTimetableAction} listHref="/timetables" />}
      {mayDraw && <LinkButton href={`/timetables/${id}/edit`}>{t('edit')}</LinkButton>}
      <LinkButton href={`/timetables/${id}/print`}>{t('print.open')}</LinkButton>
      {status !== 'draft' && ctx.can('CREATE_TIMETABLES') && <LinkButton href={`/timetables/new?of=${id}`} variant="primary">{t('change')}</LinkButton>}
      {mayDraw && <LinkButton href={`/timetables/${id}/publish`} variant="primary">{t('publish.open')}</LinkButton>}
    </>
  )
  return (
    <RecordFrame name={name} facts={facts} deeds={deeds} label={t('tabs.label')} path={`/timetables/${id}`} tabs={tabs} status={<Status tone={timetableTone[state]} icon={state === 'draft' ? 'pencil' : undefined}>{t(`states.${state}`)}</Status>}>
      {campus && <CampusTheme colors={campus} />}
      {children}
    </RecordFrame>
  )
}
