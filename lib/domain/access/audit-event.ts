import { z } from 'zod'
import { defineList } from '@/lib/platform/list'

/** Kinds of records whose deeds the history can be narrowed to. */
export const auditEntities = ['students', 'staff', 'documents', 'campuses', 'guardians', 'guardian_links', 'student_notes', 'classes', 'class_subjects', 'class_enrollments', 'academic_years', 'grades', 'subjects', 'attendance_sessions', 'staff_attendance_records', 'import_batches', 'organizations', 'walkthrough_checkins', 'users', 'frame_entries', 'class_teachers', 'timetables', 'rooms', 'bell_schedules', 'student_campuses', 'content_catalog', 'fee_plans', 'invoices', 'payments', 'invoice_runs', 'support_grants', 'roles'] as const

export const auditList = defineList({
  filters: { entity: z.enum(auditEntities), deed: z.string().max(60), actor: z.uuid() },
  sorts: { at: [{ field: 'at', kind: 'date' }] },
  defaultSort: '-at',
})
