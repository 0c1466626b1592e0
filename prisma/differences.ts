/**
 * Where our tables differ from the reference, and why. A rule covers a table and column by pattern; a
 * difference that no rule covers fails the test.
 */
type Kind = 'type' | 'required' | 'dropped' | 'added'
type Rule = { kind: Kind; table: RegExp; column: RegExp; why: string }

const rule = (kind: Kind, table: string, column: string, why: string): Rule => ({ kind, table: new RegExp(`^(${table})$`), column: new RegExp(`^(${column})$`), why })

export const rules: readonly Rule[] = [
  rule('dropped', 'users', 'emailVerificationToken.*|passwordResetToken.*', 'One-time tokens are stored hashed, in `one_time_tokens`: a copy of the database opens no account.'),
  rule('required', '.*', 'organizationId', 'Every row belongs to one organization; a row without one would belong to nobody or to everybody.'),
  rule('required', '.*', 'createdAt|updatedAt', 'Filled by the database; optimistic locking compares `updatedAt`.'),
  rule('type', '.*', 'date_of_birth|enrollment_date|hire_date|start_date|end_date|enrolled_on|ended_on|effective_(from|to)|session_date|issue_date|due_date', 'A calendar date, not an instant: a birthday must not move with the time zone.'),
  rule('type', 'timetable_periods', 'starts_at|ends_at', 'A time of day of the campus (`campuses.time_zone`): a 09:00 lesson must not move at a clock change.'),
  rule('type', 'frame_entries|safety_quiz_results', 'week_of|posted_date', 'A calendar date instead of text, so that weeks sort and compare.'),
  rule('required', 'auth_refresh_tokens', '.*', 'A token without it could not be judged.'),
  rule('required', '.*', '.*Id', 'The row means nothing without its parent; the key is composite with `organizationId`.'),
  rule('required', '.*', '.*', 'The row means nothing without it.'),
  rule('added', '.*', 'organizationId', 'The tenant, which the reference leaves out here.'),
  rule('added', '.*', 'sourced_id', 'OneRoster `sourcedId`: which record of the roster this row came from.'),
  rule('added', '.*', '(first_|last_)?name_key', 'What people type when they search: stored, so that its index also works behind row-level security.'),
  rule('added', 'campuses|organizations', 'time_zone', 'IANA zone: a school day belongs to its campus.'),
  rule('added', 'organizations', 'currency|locale', 'One currency an organization; the language of what it sends.'),
  rule('added', 'organizations', 'next_.*_number', 'Numbers that people read are given out in order, under the row\'s lock.'),
  rule('added', 'users', 'locale|last_sign_in_at|permissions_version', 'Language of the person; last sign-in, for the list of accounts; counts changes of rights.'),
  rule('added', 'roles', 'key|reach|description', 'Which default role it began as; how far it sees: organization, campuses or own classes.'),
  rule('added', 'organizations', 'student_number_rule', 'How the number of a student is written: each # is a figure, the rest stands as it is.'),
  rule('added', 'students', 'preferred_name', 'What the student is called.'),
  rule('added', 'students', 'next_status(_on)?|nextCampusId', 'What a deed has settled for a day to come: from then on it is the status and the campus.'),
  rule('added', 'staff', 'end_date', 'The last day of work.'),
  rule('added', 'staff', 'weekly_lessons', 'How many lessons a week somebody may teach.'),
  rule('added', 'class_subjects', 'lessons_per_week', 'How often a subject is taught.'),
  rule('added', 'documents', 'expires_on', 'The last day on which the document is valid.'),
  rule('added', 'staff', 'first_name|last_name|email|phone', 'Staff come from rosters before they have an account.'),
  rule('added', 'classes', 'class_type|room', 'OneRoster `classType` and `location`.'),
  rule('added', 'classes', '(starts|ends)_on', 'When it meets, if that is not the whole year: a class follows its terms.'),
  rule('added', 'attendance_sessions', 'teacherId', 'Who taught it when it was taken, whoever teaches it today.'),
  rule('added', 'timetable_periods', 'published|teacherId|classId|campusId|effective_(from|to)', 'Repeats what its lesson and timetable say (by trigger), for the exclusion constraints against double booking.'),
  rule('added', 'timetable_periods', 'name', 'What the school calls the period.'),
  rule('added', 'timetable_periods', 'sequence', 'Counts the changes that a calendar has to hear of (by trigger): the `SEQUENCE` of the lesson in a feed.'),
  rule('added', 'attendance_sessions', 'state|timetable_periodId|submitted_at|total_.*', 'Register state, the period it was taken in, and its counts, so that a day is summed from registers and not from marks.'),
  rule('added', 'attendance_records', 'campusId|session_date', 'Repeats the session\'s (bound by a foreign key), so that a day\'s exceptions and a student\'s history are read from an index among millions of marks.'),
  rule('added', 'attendance_records', 'standing', 'Which column of a day the mark counts in; text, because comparing it is leakproof and may use an index.'),
  rule('added', 'attendance_records', 'reason', 'Why somebody was absent.'),
  rule('added', 'staff_attendance_records', 'staffId', 'Whose day it is: staff may have no account.'),
  rule('added', 'staff_attendance_records', 'leave_type|arrived_at|source', 'Why somebody is away, when somebody came, and whether the office or the person says so.'),
  rule('added', 'campus_attendance_config', 'staff_.*', 'Whether staff may check themselves in, and from when they are late.'),
  rule('added', 'campus_attendance_config', 'register_mode|school_days|editable_days|register_due_at', 'How a campus takes its registers.'),
  rule('added', 'campus_attendance_summaries', 'total_excused', 'Excused absences are counted apart.'),
  rule('added', 'invoices', 'billing_period', 'One invoice a plan, student and period.'),
  rule('added', 'invoices', 'runId|closed_(on|because)', 'Which run made it; when and why it was made void or written off.'),
  rule('added', 'payments', 'status|reverses_id', 'Corrections are reversals, never edits.'),
  rule('added', 'payments', 'studentId|campusId', 'Whose account it was paid into: a payment may go to several invoices, or to none yet.'),
  rule('added', 'file', 'mime_type|checksum', 'The type by magic bytes, and proof that the file is whole.'),
  rule('added', 'walkthrough_checkins', 'teacherId|directorId', 'Who it was, beside the names as written down.'),
  rule('added', 'walkthrough_checkins', 'subject|visited_at|submitted_at|teacher_.*', 'The lesson that was visited; when, and when its feedback came; what the teacher answered.'),
  rule('added', 'content_catalog', 'version|createdById|updatedById', 'Each save is a version of its own, by somebody; the earlier ones are removed rows.'),
  rule('added', 'frame_entries', 'published_at', 'A note is written before staff see it.'),
  rule('added', 'safety_quiz_results', 'attempt|passed', 'A quiz may be taken again; whether the pass mark of that day was reached.'),
  rule('added', 'personality_quiz_results', 'shared_at', 'Private unless its person shared it.'),
  rule('added', 'message_recipients', 'userId', 'The account that reads it.'),
  rule('added', 'auth_refresh_tokens', 'family_expires_at', 'A family ends absolutely, however often it is renewed.'),
]

/** Tables that the reference does not have. */
export const newTables: Readonly<Record<string, string>> = {
  rolesPermissionsPermissions: 'Which permissions a role has (the reference names the relation, not the table).',
  usersCustom_permissionsPermissions: 'Permissions of one person beyond the role (the reference names the relation, not the table).',
  user_campuses: 'Which campuses a person works for.',
  one_time_tokens: 'Reset, verification, invitation, feed and API tokens, hashed.',
  audit_events: 'Append-only history, written in the transaction of the change.',
  idempotency_keys: 'What a deed answered under the key its client chose, to answer the same again.',
  rate_limits: 'Counters of the sign-in throttle. Of no organization: there is none yet when they count.',
  guardian_links: 'Who answers for whom. The reference has one child a guardian (`guardians.studentId`, which stays the child they came with); a person once with several children, and a child of two homes, need a table between.',
  student_notes: 'Medical and support notes, apart from the student because they have a permission of their own.',
  student_changes: 'Deeds in a student\'s life (admission, leave, withdrawal …) with day and reason.',
  rooms: 'Where lessons are given, how many have a seat there, and of what kind the room is.',
  bell_schedules: 'When the bells ring at a campus, by days of the week.',
  bell_periods: 'The periods of a bell schedule: lessons, breaks and assemblies.',
  terms: 'Terms, semesters and grading periods of an academic year.',
  special_days: 'Holidays and other days that are not as usual.',
  bulk_acts: 'One deed on many records, with its progress.',
  bulk_act_records: 'How far that deed is with each record, and how the record was before: its undo.',
  import_batches: 'One import of a roster, from upload to undo.',
  import_diagnostics: 'What an import found wrong, row by row.',
  class_teachers: 'Who taught a class between two days, as its roster says.',
  student_campuses: 'Further campuses of a student, beside the own one.',
  walkthrough_drafts: 'Visits that were begun and not shared yet: they may lack ratings, and only their author sees them.',
  frame_reads: 'Who has read a FRAME note.',
  talk_requests: 'Somebody would like to talk to somebody, and whether they did.',
  fee_plan_lines: 'What a plan charges for, each line taxed by itself.',
  fee_plan_instalments: 'When a plan falls due, in parts that sum to its total.',
  discount_rules: 'Discounts as rules in a stated order.',
  student_discounts: 'Which students have a scholarship or a discount by hand, and why.',
  invoice_lines: 'What an invoice charges for.',
  invoice_discounts: 'Which rule took how much off an invoice.',
  invoice_runs: 'One making of a plan\'s invoices for a period, with its progress.',
  payment_allocations: 'How much of a payment went to which invoice: one payment may settle several.',
  import_changes: 'What an import changed, with the row before: its undo.',
}

/** Differences that are no column. */
export const general: readonly string[] = [
  'Foreign keys between tables of a tenant are composite, `("organizationId", parentId)`: a link across organizations cannot be stored, not even by raw SQL, and a foreign id answers like a missing one. One key is single: `auth_refresh_tokens.userId`, because a session of the platform’s support names the organization it looks into, which is not its account’s.',
  'Every unique constraint is per organization and holds for live rows only (`WHERE "deletedAt" IS NULL`), `importHash` included.',
  '`createdById` and `updatedById` carry no foreign key: only the fence writes them, never a caller; accounts are never removed for good; and two more look-ups a row would cost an import a tenth of its speed. `audit_events` is the record of who did what.',
  'Ids default to UUID version 7 in the database (`uuid_v7()`), not in the application.',
  'Instants keep milliseconds (`timestamptz(3)`), as much as the application can hold, so that optimistic locking compares equal things.',
]

export function reasonFor(kind: Kind, table: string, column: string): string | undefined {
  return rules.find((rule) => rule.kind === kind && rule.table.test(table) && rule.column.test(column))?.why
}
