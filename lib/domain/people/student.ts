import { z } from 'zod'
import { optionalText, orNothing } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { plainDate, type PlainDate } from '@/lib/platform/time'

export const studentStatuses = ['applicant', 'expected', 'active', 'on_leave', 'suspended', 'withdrawn', 'transferred', 'graduated', 'archived'] as const
export type StudentStatus = (typeof studentStatuses)[number]
/** Whoever is on the roll, and whoever has left it. */
export const onRollStatuses: StudentStatus[] = ['active', 'on_leave', 'suspended']
export const goneStatuses: StudentStatus[] = ['withdrawn', 'transferred', 'graduated', 'archived']
export const genders = ['female', 'male', 'other', 'unspecified'] as const

/** How a status looks: on the roll, not yet or not just now, or gone. */
export const studentStatusTone = {
  applicant: 'quiet', expected: 'quiet', active: 'ok', on_leave: 'warn', suspended: 'bad', withdrawn: 'quiet', transferred: 'quiet', graduated: 'quiet', archived: 'quiet',
} as const satisfies Record<StudentStatus, 'ok' | 'warn' | 'bad' | 'quiet'>

/** What is edited of a student; number, status and campus change by deeds alone. */
export const studentInput = z.object({
  /** Somebody of one name has a last name only: it is what names are ordered by. */
  firstName: z.string().trim().max(100),
  lastName: z.string().trim().min(1).max(100),
  preferredName: optionalText(100),
  dateOfBirth: orNothing(plainDate.refine((date) => date > '1900-01-01', 'form.problems.date')),
  gender: orNothing(z.enum(genders)),
  email: orNothing(z.email('form.problems.emailOrNothing').max(254)),
  phone: optionalText(50),
  address: optionalText(500),
})
export type StudentInput = z.input<typeof studentInput>

/** What a student's record is called and made of, in the order of its form. */
export const student = {
  name: 'student',
  entity: 'students',
  fields: {
    firstName: { kind: 'text', label: 'students.fields.firstName' },
    lastName: { kind: 'text', label: 'students.fields.lastName' },
    preferredName: { kind: 'text', label: 'students.fields.preferredName', optional: true },
    dateOfBirth: { kind: 'date', label: 'students.fields.dateOfBirth', optional: true },
    gender: { kind: 'choice', label: 'students.fields.gender', words: 'students.genders', optional: true },
    email: { kind: 'text', label: 'students.fields.email', optional: true },
    phone: { kind: 'text', label: 'students.fields.phone', optional: true },
    address: { kind: 'long', label: 'students.fields.address', optional: true },
    studentNumber: { kind: 'text', label: 'students.fields.studentNumber' },
    status: { kind: 'choice', label: 'students.status', words: 'students.statuses' },
    campusId: { kind: 'link', label: 'students.campus', of: 'campus' },
    enrollmentDate: { kind: 'date', label: 'students.fields.enrollmentDate', optional: true },
  },
} as const

export const studentList = defineList({
  filters: { campus: z.uuid(), status: z.enum(studentStatuses), grade: z.uuid(), class: z.uuid() },
  sorts: { name: ['lastNameKey', 'firstNameKey'], number: ['studentNumber'] },
  defaultSort: 'name',
})

/** What stands on a day: a change that was settled for it or for a day before has come about. */
export const standingOn = ({ status, nextStatus, nextStatusOn }: { status: StudentStatus; nextStatus: StudentStatus | null; nextStatusOn: PlainDate | null }, day: PlainDate): StudentStatus =>
  nextStatus && nextStatusOn && nextStatusOn <= day ? nextStatus : status

/** The number `next` by the organization's rule: each `#` is a figure, and more figures than that only lengthen it. */
export function studentNumberBy(rule: string, next: number): string {
  const places = rule.match(/#+/)?.[0] ?? '#'
  return rule.replace(/#+/, String(next).padStart(places.length, '0'))
}
