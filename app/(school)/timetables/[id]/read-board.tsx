import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { Board } from '@/lib/domain/timetable/board'
import { weekOf } from '@/lib/domain/timetable/week'
import { WeekTable } from '../week-table'
import { givenOf } from './given'
import { choicesOf, viewKinds, type View } from './view'
import { ViewPicker } from './view-picker'

type ReadBoardProps = { board: Board; view: View; path: string }

/** A timetable to be read: one class's, teacher's or room's week. */
export function ReadBoard({ board, view, path }: ReadBoardProps) {
  const t = useTranslations('timetables')
  const name = choicesOf(board, view.by).find(({ value }) => value === view.of)?.label ?? ''
  return (
    <>
      <nav aria-label={t('board.by.label')} className="flex flex-wrap items-center gap-2 print:hidden">
        {viewKinds.map((by) => (
          <Link key={by} href={`${path}?by=${by}`} aria-current={by === view.by ? 'page' : undefined} className="rounded border border-line-button px-3 py-1.5 text-sm font-medium hover:bg-sunken aria-[current=page]:border-campus-line aria-[current=page]:bg-campus aria-[current=page]:text-campus-on pointer-coarse:py-3">{t(`board.by.${by}`)}</Link>
        ))}
        <ViewPicker choices={choicesOf(board, view.by)} view={view} path={path} label={t(`board.by.${view.by}`)} />
      </nav>
      <WeekTable caption={t('week.of', { name })} week={weekOf(board.bells, board.placed)} given={givenOf(board, view)} subjects={board.lessons.map(({ subject }) => subject)} />
    </>
  )
}
