import { z } from 'zod'
import { optionalNumber, optionalText } from '@/lib/platform/catalog'
import { plainDate } from '@/lib/platform/time'
import { dayRules, usualRule, type DayRule } from './day-rule'
import { registerModes, type RegisterMode } from './register'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'attendance.staff.problems.time')
const minutes = (minimum: number, maximum: number) => z.coerce.number<string | number>().int().min(minimum).max(maximum)
/** A link that leaves: https and nothing else, and nobody's name and password in it. */
const awayLink = z.string().trim().max(500).refine((text) => {
  if (text === '') return true
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
}, 'attendance.settings.problems.link').transform((text) => text || null).nullable()

export const dayRuleInput = z.object({ dayRule: z.enum(dayRules), halfDayPercent: optionalNumber(1, 99), wholeDayPercent: minutes(1, 100), missedAfterMinutes: optionalNumber(1, 600) })
  .refine(({ dayRule, halfDayPercent, wholeDayPercent }) => dayRule === 'any_lesson' || halfDayPercent === null || halfDayPercent < wholeDayPercent, { path: ['halfDayPercent'], error: 'attendance.settings.problems.half' })

/** How a campus takes its registers and what it makes of them. */
export const campusRulesInput = z.intersection(z.object({
  campusId: z.uuid(), seen: z.iso.datetime().nullable(),
  registerMode: z.enum(registerModes),
  schoolDays: z.array(z.coerce.number<string | number>().int().min(1).max(7)).min(1, 'attendance.settings.problems.days'),
  startsAt: timeOfDay, lateAfterMinutes: minutes(0, 240), registerDueAt: timeOfDay, editableDays: minutes(0, 366),
  attendanceLink: awayLink, updatedByLabel: optionalText(100), staffCheckIn: z.boolean(), staffDueAt: timeOfDay,
}), dayRuleInput)
export type CampusRulesInput = z.output<typeof campusRulesInput>
export type CampusRules = Omit<CampusRulesInput, 'campusId' | 'seen'>

/** Which days are counted anew by the rule that stands, and what would change. */
export const recountInput = z.object({ campusId: z.uuid(), from: plainDate })
export const recountPreviewInput = z.intersection(recountInput, dayRuleInput)

export const usualRules: CampusRules = {
  registerMode: 'daily', schoolDays: [1, 2, 3, 4, 5], startsAt: '08:30', lateAfterMinutes: 0, registerDueAt: '09:30', editableDays: 7,
  attendanceLink: null, updatedByLabel: null, staffCheckIn: false, staffDueAt: '08:00', ...usualRule,
}
export type CampusRulesRow = { campusId: string; campusName: string; seen: string | null; rules: CampusRules }

/** A rule is of lessons: of one register a day there is nothing to share. */
export const ruleOf = ({ registerMode, dayRule, halfDayPercent, wholeDayPercent, missedAfterMinutes }: DayRule & { registerMode: RegisterMode }): DayRule =>
  registerMode !== 'period' ? usualRule : dayRule === 'any_lesson' ? { ...usualRule, missedAfterMinutes } : { dayRule, halfDayPercent, wholeDayPercent, missedAfterMinutes }

/** What the history says of a campus's settings. */
export const campusRules = {
  name: 'campus-attendance',
  entity: 'campus_attendance_config',
  fields: {
    registerMode: { kind: 'choice', label: 'attendance.settings.registerMode', words: 'attendance.settings.modes' },
    startsAt: { kind: 'text', label: 'attendance.settings.startsAt' },
    lateAfterMinutes: { kind: 'number', label: 'attendance.settings.lateAfterMinutes' },
    registerDueAt: { kind: 'text', label: 'attendance.settings.registerDueAt' },
    editableDays: { kind: 'number', label: 'attendance.settings.editableDays' },
    dayRule: { kind: 'choice', label: 'attendance.settings.dayRule', words: 'attendance.settings.rules' },
    halfDayPercent: { kind: 'number', label: 'attendance.settings.halfDayPercent', optional: true },
    wholeDayPercent: { kind: 'number', label: 'attendance.settings.wholeDayPercent' },
    missedAfterMinutes: { kind: 'number', label: 'attendance.settings.missedAfterMinutes', optional: true },
    attendanceLink: { kind: 'text', label: 'attendance.settings.attendanceLink', optional: true },
    staffCheckIn: { kind: 'flag', label: 'attendance.settings.staffCheckIn' },
    staffDueAt: { kind: 'text', label: 'attendance.settings.staffDueAt' },
  },
} as const

