import 'server-only'
import { createTranslator } from 'next-intl'
import type { Ctx } from '@/lib/platform/context'
import type { ToMany } from '@/lib/platform/db/to-many'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { defaultLocale, isLocale } from '@/lib/platform/i18n/locales'
import { messagesOf } from '@/lib/platform/i18n/messages.server'
import { plain } from '@/lib/platform/plain.server'
import { attendanceReason } from './reason'

const heldBy: readonly ToMany<'AttendanceReasonEntry'>[] = ['attendanceNotices', 'attendanceRecords']

export const attendanceReasons = plain(attendanceReason, (db) => db.attendanceReasonEntry, heldBy)

export type ReasonChoice = { id: string; name: string; excused: boolean }
/** The reasons to choose from, in their order. */
export const listReasons = ({ db }: Pick<Ctx, 'db'>): Promise<ReasonChoice[]> => db.attendanceReasonEntry.findMany({ orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }, { id: 'asc' }], take: 100, select: { id: true, name: true, excused: true } })

/** What an organization begins with, in its own language. */
const usual = { illness: true, appointment: true, family: true, religious: true, school: true, transport: false, overslept: false, other: false } as const
export async function createUsualReasons(db: TenantDb, locale = 'en'): Promise<void> {
  const t = createTranslator({ locale, messages: await messagesOf(isLocale(locale) ? locale : defaultLocale) }) as unknown as (key: string) => string
  await db.attendanceReasonEntry.createMany({ data: Object.entries(usual).map(([key, excused], i) => ({ name: t(`attendance.usualReasons.${key}`), excused, sortOrder: i + 1 })) })
}
