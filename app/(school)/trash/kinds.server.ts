import 'server-only'
import { classes } from '@/lib/domain/academics/class-record.server'
import { specialDays } from '@/lib/domain/academics/special-day.server'
import { terms } from '@/lib/domain/academics/term.server'
import { removedFeePlans, restoreFeePlan } from '@/lib/domain/billing/fee-plan.server'
import { furniture } from '@/lib/domain/furniture.server'
import { documents } from '@/lib/domain/people/document.server'
import { guardians } from '@/lib/domain/people/guardian.server'
import { campuses } from '@/lib/domain/people/campus.server'
import { staff } from '@/lib/domain/people/staff-record.server'
import { students } from '@/lib/domain/people/student-record.server'
import { bellSchedules } from '@/lib/domain/timetable/bell-schedule.server'
import { rooms } from '@/lib/domain/timetable/room.server'
import { timetables } from '@/lib/domain/timetable/timetable.server'
import type { Ctx } from '@/lib/platform/context'
import type { Permission } from '@/lib/platform/permissions'
import type { RemovedRow } from '@/lib/platform/record.server'

type Kind = {
  needs: Permission
  removed: (ctx: Ctx, most: number) => Promise<RemovedRow[]>
  restore: (ctx: Ctx, input: { id: string }) => Promise<{ id: string }>
  /** The field that names one. */
  title: string
}

/** What the trash holds, by entity: who may remove a kind may bring it back. */
export const trashKinds: Readonly<Record<string, Kind>> = {
  students: { needs: 'DELETE_STUDENTS', ...students, title: 'lastName' },
  documents: { needs: 'DELETE_DOCUMENTS', ...documents, title: 'name' },
  staff: { needs: 'DELETE_STAFF', ...staff, title: 'lastName' },
  campuses: { needs: 'DELETE_CAMPUSES', ...campuses, title: 'name' },
  classes: { needs: 'DELETE_CLASSES', ...classes, title: 'name' },
  guardians: { needs: 'DELETE_GUARDIANS', ...guardians, title: 'fullName' },
  fee_plans: { needs: 'DELETE_FEE_PLANS', removed: removedFeePlans, restore: restoreFeePlan, title: 'name' },
  ...Object.fromEntries(furniture.map(({ facts, verbs }) => [facts.noun.toLowerCase(), { needs: facts.needs.remove, ...verbs, title: 'name' }])),
  terms: { needs: 'DELETE_ACADEMIC_YEARS', ...terms, title: 'name' },
  special_days: { needs: 'DELETE_ACADEMIC_YEARS', ...specialDays, title: 'title' },
  timetables: { needs: 'DELETE_TIMETABLES', ...timetables, title: 'name' },
  rooms: { needs: 'DELETE_TIMETABLES', ...rooms, title: 'name' },
  bell_schedules: { needs: 'DELETE_TIMETABLES', ...bellSchedules, title: 'name' },
}

export const openKinds = (ctx: Ctx) => Object.entries(trashKinds).filter(([, { needs }]) => ctx.can(needs))
