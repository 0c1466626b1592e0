import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { fromTime, toTime } from '@/lib/platform/time'
import { ruleOf, usualRules, type CampusRules, type CampusRulesInput, type CampusRulesRow } from './campus-rules'
import { campusesOf } from './school-day.server'

const columns = {
  id: true, campusId: true, updatedAt: true, registerMode: true, schoolDays: true, startsAt: true, lateAfterMinutes: true, registerDueAt: true, editableDays: true, attendanceLink: true, updatedByLabel: true,
  staffCheckIn: true, staffDueAt: true, dayRule: true, halfDayPercent: true, wholeDayPercent: true, missedAfterMinutes: true,
} as const
type Row = CampusRules & { id: string; campusId: string; updatedAt: Date }
type Stored = Omit<Row, 'startsAt' | 'registerDueAt' | 'staffDueAt'> & { startsAt: Date; registerDueAt: Date; staffDueAt: Date }

const rulesOf = ({ id: _, campusId: _campus, updatedAt: _at, startsAt, registerDueAt, staffDueAt, ...rest }: Stored): CampusRules => ({ ...rest, startsAt: fromTime(startsAt), registerDueAt: fromTime(registerDueAt), staffDueAt: fromTime(staffDueAt) })

/** The rules of the campuses in view; where nothing was ever said, the usual ones. */
export async function listCampusRules(ctx: Ctx): Promise<CampusRulesRow[]> {
  const campuses = campusesOf(ctx)
  const rows: Stored[] = await ctx.db.campusAttendanceConfig.findMany({ where: { campusId: { in: campuses.map(({ id }) => id) } }, select: columns })
  return campuses.map(({ id, name }) => {
    const row = rows.find(({ campusId }) => campusId === id)
    return { campusId: id, campusName: name, seen: row?.updatedAt.toISOString() ?? null, rules: row ? rulesOf(row) : usualRules }
  })
}

export async function getCampusRules(ctx: Ctx, campusId: string): Promise<CampusRulesRow> {
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  const [row] = campus ? await listCampusRules({ ...ctx, campus }) : []
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return row
}

const told = ({ schoolDays, updatedByLabel: _, ...rules }: CampusRules) => ({ ...rules, schoolDays: schoolDays.join(' ') })

/** Keeps a campus's rules. Days that were counted stay as they are: counting them anew is a deed of its own. */
export async function saveCampusRules(ctx: Ctx, { campusId, seen, ...given }: CampusRulesInput): Promise<{ id: string; seen: string }> {
  const before = await getCampusRules(ctx, campusId)
  const code = ctx.campuses.find(({ id }) => id === campusId)?.code ?? ''
  const rules: CampusRules = { ...given, ...ruleOf(given), schoolDays: [...new Set(given.schoolDays)].sort(), updatedByLabel: ctx.user.name.slice(0, 100) }
  const stored = { ...rules, startsAt: toTime(rules.startsAt), registerDueAt: toTime(rules.registerDueAt), staffDueAt: toTime(rules.staffDueAt) }
  return ctx.db.$transaction(async (tx) => {
    if (seen === null) {
      if (before.seen !== null) throw new Refusal('conflict', 'form.conflict.refusal')
      await tx.campusAttendanceConfig.create({ data: { ...stored, campusId, campusKey: code }, select: { id: true } })
    } else {
      const { count } = await tx.campusAttendanceConfig.updateMany({ where: { campusId, updatedAt: new Date(seen) }, data: stored })
      if (count === 0) throw new Refusal('conflict', 'form.conflict.refusal', { detail: { current: { id: campusId, seen: before.seen, values: told(before.rules) } } })
    }
    const { id, updatedAt } = await tx.campusAttendanceConfig.findFirstOrThrow({ where: { campusId }, select: { id: true, updatedAt: true } })
    await writeHistory(tx, ctx, { deed: 'change-attendance-settings', entity: 'campus_attendance_config', id, before: told(before.rules), after: told(rules) })
    return { id, seen: updatedAt.toISOString() }
  })
}
