import { columnsOf, type Words } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { TimetableRow } from '@/lib/domain/timetable/timetable.server'
import { toDate, type PlainDate } from '@/lib/platform/plain-date'
import { timetableTone } from './state-look'

export function timetableColumns(t: Words, locale: string, ofOneCampus: boolean) {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const said = (date: PlainDate | null) => (date ? dates.format(toDate(date)) : '')
  const c = columnsOf<TimetableRow>()
  return c.columns([
    c.accessor('name', { header: t('fields.name'), meta: { sort: 'name' } }),
    c.accessor(({ state }) => t(`states.${state}`), { id: 'state', header: t('fields.state'), cell: ({ row: { original }, getValue }) => <Status tone={timetableTone[original.state]} icon={original.state === 'draft' ? 'pencil' : undefined}>{getValue()}</Status>, meta: { card: 'beside' } }),
    c.accessor('campusName', { id: 'campus', header: t('campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : {} }),
    c.accessor(({ from }) => said(from), { id: 'from', header: t('fields.from'), meta: { sort: 'from' } }),
    c.accessor(({ to }) => said(to), { id: 'to', header: t('fields.to'), meta: { card: 'nowhere' } }),
    c.accessor('lessons', { header: t('fields.lessons'), meta: { align: 'end', card: 'nowhere' } }),
    c.accessor('yearName', { id: 'year', header: t('fields.year'), meta: { optional: true } }),
  ])
}
