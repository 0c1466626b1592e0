import { columnsOf, type Words } from '@/components/table/columns'
import type { BellScheduleRow } from '@/lib/domain/timetable/bell-schedule.server'

export function bellScheduleColumns(t: Words, ofOneCampus: boolean) {
  const c = columnsOf<BellScheduleRow>()
  return c.columns([
    c.accessor('name', { header: t('bells.fields.name'), meta: { sort: 'name' } }),
    c.accessor('campusName', { id: 'campus', header: t('campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : {} }),
    c.accessor(({ days }) => days.map((day) => t(`shortDays.${day}`)).join(' '), { id: 'days', header: t('bells.fields.days') }),
    c.accessor(({ from, until }) => (from && until ? `${from}–${until}` : ''), { id: 'times', header: t('bells.fields.times') }),
    c.accessor('lessons', { header: t('bells.fields.lessons'), meta: { align: 'end', card: 'nowhere' } }),
  ])
}
