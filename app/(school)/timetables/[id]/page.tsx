import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { readBoard } from '@/lib/domain/timetable/board.server'
import './board.css'
import { BoardLoader } from './board-loader'
import { openTimetable } from './open-timetable.server'
import { ReadBoard } from './read-board'
import { viewOf } from './view'

export default async function TimetablePage({ params, searchParams }: PageProps<'/timetables/[id]'>) {
  const { ctx, row } = await openTimetable((await params).id)
  const [t, asked, board] = await Promise.all([getTranslations('timetables'), searchParams, readBoard(ctx, row)])
  const view = viewOf(board, asked)
  if (!view) return <EmptyState title={t('board.noClasses')} deed={ctx.can('CREATE_CLASSES') && <LinkButton href="/classes/new" variant="primary">{t('board.newClass')}</LinkButton>}>{t('board.noClassesText')}</EmptyState>
  if (row.status !== 'draft' || !ctx.can('UPDATE_TIMETABLES')) return <ReadBoard board={board} view={view} path={`/timetables/${row.id}`} />
  const hasBells = Object.values(board.bells).some((bells) => bells.some(({ kind }) => kind === 'lesson'))
  if (!hasBells && board.placed.length === 0) return <EmptyState title={t('board.noBells')} deed={<LinkButton href="/setup/bell-schedules/new" variant="primary">{t('bells.new')}</LinkButton>}>{t('board.noBellsText')}</EmptyState>
  return <BoardLoader key={row.id} board={board} view={view} />
}
