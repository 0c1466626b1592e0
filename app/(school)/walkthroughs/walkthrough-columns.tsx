import { columnsOf, type Words } from '@/components/table/columns'
import { Named } from '@/components/table/named'
import { Status } from '@/components/ui/status'
import type { WalkthroughRow } from '@/lib/domain/development/walkthrough-reading.server'

type Shown = { day: (row: WalkthroughRow) => string; number: (value: number) => string }

/** Who is looked at by whom; whoever reads feedback on their own lessons needs no column of their own name. */
export function walkthroughColumns(t: Words, { day, number }: Shown, isOwn: boolean, ofOneCampus: boolean) {
  const c = columnsOf<WalkthroughRow>()
  return c.columns([
    isOwn
      ? c.accessor('directorName', { id: 'visitor', header: t('fields.visitor'), cell: ({ getValue }) => <Named name={getValue()} /> })
      : c.accessor('teacherName', { id: 'teacher', header: t('fields.teacher'), cell: ({ getValue }) => <Named name={getValue()} />, meta: { sort: 'teacher' } }),
    c.accessor(day, { id: 'date', header: t('fields.date'), meta: { sort: 'date' } }),
    c.accessor(({ subject, classroom }) => [subject, classroom].filter(Boolean).join(' · '), { id: 'classroom', header: t('fields.classroom') }),
    ...(isOwn ? [] : [c.accessor('directorName', { id: 'visitor', header: t('fields.visitor'), meta: { card: 'nowhere' } })]),
    c.accessor('campusName', { id: 'campus', header: t('fields.campus'), meta: { card: 'nowhere', ...(ofOneCampus ? { optional: true } : {}) } }),
    c.accessor(({ average }) => number(average), { id: 'average', header: t('fields.average'), meta: { align: 'end' } }),
    c.accessor(({ isRead, hasReply }) => t(`states.${hasReply ? 'answered' : isRead ? 'read' : 'unread'}`), {
      id: 'state', header: t(isOwn ? 'fields.you' : 'fields.state'), cell: ({ getValue, row: { original } }) => <Status tone={original.hasReply ? 'ok' : 'quiet'} icon={original.isRead ? undefined : 'info'}>{getValue()}</Status>, meta: { card: 'beside' },
    }),
  ])
}
