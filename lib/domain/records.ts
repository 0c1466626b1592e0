import type { Field } from '@/lib/platform/catalog'
import { roleRecord } from './access/role-change'
import { organizationRecord, visitRecord } from './access/support'
import { userRecord } from './access/user'
import { academicYear } from './academics/academic-year'
import { schoolClass } from './academics/class'
import { classSubject } from './academics/class-subject'
import { enrollment } from './academics/enrollment'
import { grade } from './academics/grade'
import { specialDay } from './academics/special-day'
import { subject } from './academics/subject'
import { term } from './academics/term'
import { discount } from './billing/discount'
import { feePlan } from './billing/fee-plan'
import { invoice } from './billing/invoice'
import { payment } from './billing/payment'
import { campusRules } from './attendance/campus-rules'
import { attendanceCall, attendanceMark, attendanceNotice } from './attendance/notice'
import { campusSummary } from './attendance/summary'
import { attendanceReason } from './attendance/reason'
import { staffDay } from './attendance/staff-day'
import { campus } from './people/campus'
import { document } from './people/document'
import { guardian } from './people/guardian'
import { guardianLink } from './people/guardian-link'
import { staffMember } from './people/staff'
import { organizationFields } from './people/organization'
import { student } from './people/student'
import { studentNote } from './people/student-note'
import { bellSchedule } from './timetable/bell-schedule'
import { room } from './timetable/room'
import { timetable } from './timetable/timetable'

/** What the history knows of a kind of record: its fields with their words. */
export type RecordFacts = { name: string; entity: string; fields: Readonly<Record<string, Field>> }

const furniture = [academicYear, grade, subject, attendanceReason].map(({ name, noun, fields }) => ({ name, entity: noun.toLowerCase(), fields }))
/** A deed in a student's life also says from when and why. */
const students = { ...student, fields: { ...student.fields, on: { kind: 'date', label: 'students.life.on' }, reason: { kind: 'long', label: 'students.life.reason' } } } as const

const staff = { ...staffMember, fields: { ...staffMember.fields, reason: { kind: 'long', label: 'students.life.reason' } } } as const
/** The platform founds and suspends it, its administrators say what holds for every campus. */
const organization = { ...organizationRecord, fields: { ...organizationRecord.fields, ...organizationFields } } as const

const known: readonly RecordFacts[] = [
  students, guardian, guardianLink, studentNote, staff, document, campus,
  schoolClass, classSubject, enrollment, term, specialDay, ...furniture,
  timetable, room, bellSchedule,
  staffDay, campusRules, campusSummary, attendanceNotice, attendanceMark, attendanceCall,
  feePlan, discount, invoice, payment,
  userRecord, roleRecord, visitRecord, organization,
]
/** By the entity's name in `audit_events`. */
export const recordFacts: ReadonlyMap<string, RecordFacts> = new Map(known.map((facts) => [facts.entity, facts]))
