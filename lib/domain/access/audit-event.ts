import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'

/** Kinds of records whose deeds the history can be narrowed to. */
export const auditEntities = [
  'students', 'guardians', 'guardian_links', 'student_notes', 'student_campuses', 'staff', 'documents', 'campuses',
  'classes', 'class_subjects', 'class_enrollments', 'class_teachers', 'academic_years', 'terms', 'special_days', 'grades', 'subjects',
  'timetables', 'rooms', 'bell_schedules',
  'attendance_sessions', 'attendance_records', 'attendance_notices', 'attendance_calls', 'attendance_reasons', 'campus_attendance_config', 'campus_attendance_summaries', 'staff_attendance_records',
  'fee_plans', 'discount_rules', 'invoices', 'payments', 'invoice_runs',
  'walkthrough_checkins', 'frame_entries', 'content_catalog',
  'users', 'roles', 'support_grants', 'organizations', 'import_batches',
] as const

/** What kind of deed it was, in the words of whoever looks for it. */
export const auditKinds = ['created', 'changed', 'removed', 'signIns', 'access', 'exports', 'support', 'refused'] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditList = defineList({
  filters: { entity: z.enum(auditEntities), kind: z.enum(auditKinds), deed: z.string().max(60), actor: z.uuid(), record: z.uuid(), from: plainDate, to: plainDate },
  sorts: { at: [{ field: 'at', kind: 'date' }] },
  defaultSort: '-at',
})
