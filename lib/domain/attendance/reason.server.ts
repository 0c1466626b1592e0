import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import type { ToMany } from '@/lib/platform/db/to-many'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { plain } from '@/lib/platform/plain.server'
import { attendanceReason } from './reason'

const heldBy: readonly ToMany<'AttendanceReasonEntry'>[] = ['attendanceNotices', 'attendanceRecords']

export const attendanceReasons = plain(attendanceReason, (db) => db.attendanceReasonEntry, heldBy)

export type ReasonChoice = { id: string; name: string; excused: boolean }
/** The reasons to choose from, in their order. */
export const listReasons = ({ db }: Pick<Ctx, 'db'>): Promise<ReasonChoice[]> => db.attendanceReasonEntry.findMany({ orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }, { id: 'asc' }], take: 100, select: { id: true, name: true, excused: true } })

/** What an organization begins with. */
export const usualReasons = [
  ['Illness', true], ['Medical appointment', true], ['Family', true], ['Religious holiday', true], ['School activity', true], ['Transport', false], ['Overslept', false], ['Other', false],
] as const
export const createUsualReasons = (db: TenantDb) => db.attendanceReasonEntry.createMany({ data: usualReasons.map(([name, excused], i) => ({ name, excused, sortOrder: i + 1 })) })
