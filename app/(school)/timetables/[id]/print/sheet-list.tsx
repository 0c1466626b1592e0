import { useTranslations } from 'next-intl'
import type { Board } from '@/lib/domain/timetable/board'
import { weekOf } from '@/lib/domain/timetable/week'
import { WeekTable } from '../../week-table'
import { givenOf } from '../given'
import type { ViewKind } from '../view'

type SheetListProps = { board: Board; by: ViewKind; sheets: readonly { value: string; label: string }[]; about: string }

/** A page of paper for each class, teacher or room. */
export function SheetList({ board, by, sheets, about }: SheetListProps) {
  const t = useTranslations('timetables.week')
  const week = weekOf(board.bells, board.placed)
  return (
    <div className="sheets flex flex-col gap-4">
      {sheets.map(({ value, label }) => (
        <section key={value} className="sheet">
          <h2 className="sheet-title">{`${label} · ${about}`}</h2>
          <WeekTable caption={t('of', { name: label })} week={week} given={givenOf(board, { by, of: value })} subjects={board.lessons.map(({ subject }) => subject)} />
        </section>
      ))}
    </div>
  )
}
