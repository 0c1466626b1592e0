import { getFormatter, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { readBoard } from '@/lib/domain/timetable/board.server'
import { toDate } from '@/lib/platform/time'
import { PrintButton } from '../../print-button'
import '../../sheet.css'
import { openTimetable } from '../open-timetable.server'
import { choicesOf } from '../view'
import { PrintPicker } from './print-picker'
import { SheetList } from './sheet-list'
import { askedSheets } from './sheets'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('print.open') }
}

export default async function PrintTimetablePage({ params, searchParams }: PageProps<'/timetables/[id]/print'>) {
  const { ctx, row } = await openTimetable((await params).id)
  const [t, format, asked, board] = await Promise.all([getTranslations('timetables'), getFormatter(), searchParams, readBoard(ctx, row)])
  const { by, sheets } = askedSheets(board, asked)
  const from = t(row.status === 'draft' ? 'print.draft' : 'print.fromDay', { date: format.dateTime(toDate(row.from), { dateStyle: 'medium', timeZone: 'UTC' }) })
  return (
    <>
      <div className="sheet-asked flex flex-wrap items-center gap-2">
        <PrintPicker by={by} of={sheets.length === 1 ? sheets[0]!.value : ''} choices={choicesOf(board, by)} path={`/timetables/${row.id}/print`} />
        <span className="text-soft">{t('print.pages', { count: sheets.length })}</span>
        <LinkButton href={`/timetables/${row.id}`} className="ms-auto">{t('print.back')}</LinkButton>
        <PrintButton label={t('print.deed')} isPrimary />
      </div>
      <SheetList board={board} by={by} sheets={sheets} about={`${row.campusName} · ${row.name} · ${from}`} />
    </>
  )
}
