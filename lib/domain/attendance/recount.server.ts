import 'server-only'
import type { z } from 'zod'
import { todayIn } from '@/lib/platform/clock.server'
import type { Bulk } from '@/lib/platform/bulk.server'
import { startBulk } from '@/lib/platform/bulk.server'
import { mostRecords } from '@/lib/platform/bulk'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { fromDate, toDate } from '@/lib/platform/time'
import { dayRuleInput, ruleOf, type recountInput, type recountPreviewInput } from './campus-rules'
import { getCampusRules } from './campus-rules.server'
import { isDayLetter, ruleColumns, sameRule, type DayLetter, type DayRule } from './day-rule'
import { countChanges } from './recount.sql.server'

const entity = 'campus_attendance_summaries'
const gone = () => new Refusal('not-found', 'errors.refusals.notFound')
const told = ({ dayRule, halfDayPercent, wholeDayPercent, missedAfterMinutes }: DayRule) => ({ dayRule, halfDayPercent, wholeDayPercent, missedAfterMinutes })

/** Counts a day of a campus anew by a rule: the database makes letters and sums of it when the day's rule changes. */
export const recountDays: Bulk<DayRule> = {
  deed: 'recount-attendance-days',
  needs: 'UPDATE_ATTENDANCE_SETTINGS',
  input: dayRuleInput,
  async apply(tx, ctx, id, rule) {
    const day = await tx.campusAttendanceSummary.findFirst({ where: { id, source: 'ledger' }, select: ruleColumns })
    if (!day) throw gone()
    if (sameRule(day, rule)) return null
    await tx.campusAttendanceSummary.updateMany({ where: { id }, data: rule })
    await writeHistory(tx, ctx, { deed: 'recount-attendance-day', entity, id, before: told(day), after: told(rule) })
    return { ...told(day), left: JSON.stringify(told(rule)) }
  },
  async undo(tx, ctx, id, before) {
    const rule = dayRuleInput.parse(before)
    // Counted by yet another rule since, it stays so.
    const left = typeof before.left === 'string' ? dayRuleInput.parse(JSON.parse(before.left)) : {}
    const { count } = await tx.campusAttendanceSummary.updateMany({ where: { id, source: 'ledger', ...left }, data: rule })
    if (count === 0) throw gone()
    await writeHistory(tx, ctx, { deed: 'recount-attendance-day', entity, id, after: told(rule) })
  },
}

export type RecountPreview = { days: number; changes: { before: DayLetter; after: DayLetter; days: number }[] }

const todayAt = ({ campuses }: Ctx, campusId: string) => {
  const campus = campuses.find(({ id }) => id === campusId)
  if (!campus) throw gone()
  return todayIn(campus.timeZone)
}
const daysFrom = (campusId: string, from: string) => ({ campusId, source: 'ledger' as const, attendanceDate: { gte: toDate(from) } })

/** What a rule would change from a day on, before anything is changed: so many days from this to that. */
export async function previewRecount(ctx: Ctx, { campusId, from, ...given }: z.output<typeof recountPreviewInput>): Promise<RecountPreview> {
  const to = todayAt(ctx, campusId)
  const rule = ruleOf({ ...given, registerMode: 'period' })
  const [days, changes] = await Promise.all([ctx.db.campusAttendanceSummary.count({ where: daysFrom(campusId, from) }), countChanges(ctx.db, { campusId, from, to, rule })])
  return { days, changes: changes.flatMap(({ before, after, days: count }) => (isDayLetter(before) && isDayLetter(after) ? [{ before, after, days: count }] : [])) }
}

/** Counts the days of a campus anew by the rule that stands, from a day on; many of them by the worker. */
export async function startRecount(ctx: Ctx, { campusId, from }: z.output<typeof recountInput>) {
  const { rules } = await getCampusRules(ctx, campusId)
  const days = await ctx.db.campusAttendanceSummary.findMany({ where: daysFrom(campusId, from), orderBy: { attendanceDate: 'asc' }, take: mostRecords, select: { id: true } })
  return startBulk(ctx, recountDays, days.map(({ id }) => id), told(ruleOf(rules)))
}

/** From when on the days of a campus are counted by another rule than the one that stands; null where none is. */
export async function findStaleDays(ctx: Ctx, campusId: string): Promise<{ count: number; from: string } | null> {
  const { rules } = await getCampusRules(ctx, campusId)
  const rule = ruleOf(rules)
  const other = (name: 'halfDayPercent' | 'missedAfterMinutes') => (rule[name] === null ? [{ [name]: { not: null } }] : [{ [name]: null }, { [name]: { not: rule[name] } }])
  const where = { campusId, source: 'ledger' as const, OR: [{ dayRule: { not: rule.dayRule } }, { wholeDayPercent: { not: rule.wholeDayPercent } }, ...other('halfDayPercent'), ...other('missedAfterMinutes')] }
  const [count, first] = await Promise.all([ctx.db.campusAttendanceSummary.count({ where }), ctx.db.campusAttendanceSummary.findFirst({ where, orderBy: { attendanceDate: 'asc' }, select: { attendanceDate: true } })])
  return first ? { count, from: fromDate(first.attendanceDate) } : null
}
