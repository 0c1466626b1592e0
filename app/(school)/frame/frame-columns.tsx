import { columnsOf, type Words } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import type { FrameRow } from '@/lib/domain/development/frame.server'

export function frameColumns(t: Words, day: (date: string) => string, writes: boolean, ofOneCampus: boolean) {
  const c = columnsOf<FrameRow>()
  return c.columns([
    c.accessor(({ weekOf }) => day(weekOf), { id: 'week', header: t('fields.week'), meta: { sort: 'week' } }),
    c.accessor('campusName', { id: 'campus', header: t('fields.campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : {} }),
    c.accessor('author', { header: t('fields.author') }),
    ...(writes ? [c.accessor('reads', { header: t('fields.reads'), meta: { align: 'end' as const, card: 'nowhere' as const } })] : []),
    c.accessor(({ isPublished, isRead }) => t(`states.${!isPublished ? 'draft' : isRead ? 'read' : 'unread'}`), {
      id: 'you', header: t('fields.you'), cell: ({ getValue, row: { original } }) => (!original.isPublished ? <Status tone="quiet" icon="pencil">{getValue()}</Status> : original.isRead ? <span className="text-soft">{getValue()}</span> : <Status tone="warn" icon="info">{getValue()}</Status>), meta: { card: 'beside' },
    }),
  ])
}
