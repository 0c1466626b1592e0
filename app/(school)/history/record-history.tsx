import { HistoryList } from '@/components/record/history-list'
import type { Ctx } from '@/lib/platform/context'
import type { HistoryOf } from '@/lib/platform/history.server'
import { historyOf } from './history-lines.server'

type RecordHistoryProps = { ctx: Ctx; entity: string; id: string; more?: HistoryOf }

/** The history tab of a record. */
export const RecordHistory = async ({ ctx, entity, id, more }: RecordHistoryProps) => <HistoryList {...await historyOf(ctx, entity, id, more)} />
