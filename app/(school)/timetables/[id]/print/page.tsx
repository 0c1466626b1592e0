import { getFormatter, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { readBoard } from '@/lib/domain/timetable/board.server'
import { weekOf } from '@/lib/domain/timetable/week'
import { toDate } from '@/lib/platform/time'
import { PrintButton } from '../../print-button'
import '../../sheet.css'
import { WeekTable } from '../../week-table'
import { givenOf } from '../given'
import { openTimetable } from '../open-timetable.server'
import { choicesOf } from '../view'
import { PrintPicker } from './print-picker'
import { askedSheets } from './sheets'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('print.open') }
}

export default async function PrintTimetablePage({ params, searchParams }: PageProps<'/timetables/[id]/print'>) {
  const { ctx, row } = await openTimetable((await params).id)
  const [t, format, asked, board] = await Promise.all([getTranslations('timetables'), getFormatter(), searchParams, readBoard(ctx, row)])
  const { by, sheets } = askedSheets(board, asked)
  const week = weekOf(board.bells, board.placed)
  const from = t(row.status === 'draft' ? 'print.draft' : 'print.fromDay', { date: format.dateTime(toDate(row.from), { dateStyle: 'medium', timeZone: 'UTC' }) })
  return (
    <>
      <div className="sheet-asked flex flex-wrap items-center gap-2">
        <PrintPicker by={by} of={sheets.length === 1 ? sheets[0]!.value : ''} choices={choicesOf(board, by)} path={`/timetables/${row.id}/print`} />
        <span className="text-soft">{t('print.pages', { count: sheets.length })}</span>
        <LinkButton href={`/timetables/${row.id}`} className="ms-auto">{t('print.back')}</LinkButton>
        <PrintButton label={t('print.deed')} isPrimary />
      </div>
      <div className="sheets flex flex-col gap-4">
        {sheets.map(({ value, label }) => (
          <section key={value} className="sheet">
            <h2 className="sheet-title">{`${label} · ${row.campusName} · ${row.name} · ${from}`}</h2>
            <WeekTable caption={t('week.of', { name: label })} week={week} given={givenOf(board, { by, of: value })} subjects={board.lessons.map(({ subject }) => subject)} />
          </section>
        ))}
      </div>
    </>
  )
}
