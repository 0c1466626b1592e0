import 'server-only'

export const rosterEntityNames = ['campuses', 'academic_years', 'terms', 'grades', 'subjects', 'staff', 'students', 'student_campuses', 'guardians', 'guardian_links', 'classes', 'class_subjects', 'class_teachers', 'class_enrollments'] as const
export type RosterEntityName = (typeof rosterEntityNames)[number]

/**
 * `none` is the value by which the file says "nothing here", where a plain NULL means "the file does not say" and
 * keeps what is there. `first` is what a row is born with when the file does not say, SQL over the wanted row `j`.
 * `of` names the entity an id points to.
 */
export type RosterField = { column: string; type: string; none?: string; first?: string; of?: RosterEntityName }

/** Columns no two live rows may share. `park` is one of them that a row on its way to another key may hold meanwhile, SQL over `t` and its number `m.n`. */
export type RosterKey = {
  columns: readonly string[]; code: string; field: string; park?: { column: string; value: string }
  /** One may do without it: who comes second keeps what was there, or is born with `first`. */
  optional?: true
}

/** What becomes of a row the file no longer names. All texts are SQL over the live row `t`. */
export type Departure = {
  /** The file whose rows carry this entity; only a bulk file can make rows go missing. */
  file: string
  /** Rows that can go: not those already over. */
  scope: string
  /** The campus of a row: a set speaks for the schools in it and for no other. */
  campus: string
  /** Rows whose own line in the file was refused: unknown, so not gone. */
  spared: string
  /** Rows the file itself ends: marked `tobedeleted`, or hanging on somebody or something that leaves. */
  told: string
  set: Readonly<Record<string, string>>
}

export type RosterEntity = {
  name: RosterEntityName
  /** File its rows come from, for remarks and refusals. */
  file: string
  fields: readonly RosterField[]
  /** Written when a row is born, never afterwards. SQL over the plan row `p`. */
  born?: Readonly<Record<string, string>>
  /** How a row entered by hand is recognised, best first. SQL over the wanted row `w` and the live row `t`. */
  natural: readonly string[]
  unique: readonly RosterKey[]
  /** What the table would refuse when values of the file meet values entered here. SQL over the plan row `p`. */
  unsound?: { when: string; code: string; field: string; value: string; params: string }
  /** Name for people. SQL over the live row `t`. */
  label: string
  /** Rows that keep their id in the file but stand for somebody else now. SQL over the wanted row `w` and the live row `t`. */
  replaced?: string
  departure?: Departure
  /** Grades have no identity of their own in OneRoster. */
  unsourced?: true
}

/** The organization's calendar day, fixed when the run opens. */
export const today = `current_setting('app.import_day')::date`

const nobody = '00000000-0000-0000-0000-000000000000'
const asText = (column: string) => ({ column, value: `'~' || t.id` })
const person: RosterField[] = [
  { column: 'first_name', type: 'text' },
  { column: 'last_name', type: 'text' },
  { column: 'email', type: 'text' },
  { column: 'phone', type: 'text' },
  { column: 'campusId', type: 'uuid', of: 'campuses' },
]
const refused = (file: string, id: string) => `${id} IN (SELECT sid FROM in${file} WHERE bad)`
const marked = (file: string, id: string) => `${id} IN (SELECT sid FROM in${file} WHERE gone)`
const part = (n: 1 | 2) => `split_part(t.sourced_id, '>', ${n})`
const yearRuns = (classId: string) => `EXISTS (SELECT FROM classes c JOIN academic_years y ON y.id = c."academic_yearId" WHERE c.id = ${classId} AND y.end_date >= ${today})`
const nameOf = (table: string, id: string, text: string) => `(SELECT ${text} FROM ${table} n WHERE n.id = ${id})`
const turned = (when: string, code: string, from: string, name: string, to: string) => ({ when, code, field: 'endDate', value: `p.v_${to}::text`, params: `jsonb_build_object('${name}', p.v_${from}::text)` })
/** Periods of published timetables that meet: nobody teaches `a` and `b`. */
export const meeting = `timetable_periods a JOIN timetable_periods b ON b.id <> a.id AND b.day_of_week = a.day_of_week AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at
  AND daterange(a.effective_from, a.effective_to, '[]') && daterange(b.effective_from, b.effective_to, '[]') AND a.published AND a."deletedAt" IS NULL AND b.published AND b."deletedAt" IS NULL`

/** The first day on which a seat is nobody's: the student's or the class's, if it knows one, what its own line says, else today. */
const seatEnds = `least(${today}, (SELECT l.day FROM left_students l WHERE l.id = t."studentId"), (SELECT e.endDate FROM inenrollments e WHERE e.sid = t.sourced_id AND e.role = 'student' AND e.endDate <= ${today} LIMIT 1))`
/** The last day of a seat. Who came back and leaves again may have ended on this day already: then the nearest that is free. */
const lastDay = `(SELECT day FROM (SELECT greatest(${seatEnds} - 1, t.enrolled_on) + n AS day, CASE WHEN n > 0 THEN 1000 + n ELSE -n END AS cost FROM generate_series(-366, 366) n) near WHERE day >= t.enrolled_on AND NOT EXISTS (
  SELECT FROM class_enrollments o WHERE o."classId" = t."classId" AND o."studentId" = t."studentId" AND o.ended_on = day AND o.id <> t.id AND o."deletedAt" IS NULL) ORDER BY cost LIMIT 1)`
const campusOf = (table: 'students' | 'classes', id: string) => `(SELECT n."campusId" FROM ${table} n WHERE n.id = ${id})`
const left = (entity: 'staff' | 'students' | 'classes', id: string) => `${id} IN (SELECT id FROM left_${entity})`
/** Roles of a person that are all over by now. */
const roleOver = (part: string) => `t.sourced_id IN (SELECT sid FROM role_left WHERE part = '${part}')`
/** Both names are others, and nothing else that the file says is the same: the id went to a newcomer. */
const newcomer = (number: string, more = '') => `search_key(t.first_name) <> search_key(w.first_name) AND search_key(t.last_name) <> search_key(w.last_name) AND search_key(t.first_name) <> search_key(w.last_name)
  AND (lower(t.${number}) = lower(w.${number})) IS NOT TRUE AND (lower(t.email) = lower(w.email)) IS NOT TRUE AND t."importHash" IS NOT NULL${more}`
/** Rows whose id in the file stands for somebody else from now on. */
export const idsReplaced = (entity: RosterEntityName) => `IN (SELECT id FROM replaced WHERE entity = '${entity}')`
const formerStudent = `t."studentId" ${idsReplaced('students')}`
const className = nameOf('classes', 't."classId"', 'n.name')

export const rosterEntities: readonly RosterEntity[] = [
  {
    name: 'campuses', file: 'orgs', label: 't.name',
    fields: [{ column: 'name', type: 'text' }, { column: 'code', type: 'text', first: 'j.sid' }],
    born: { time_zone: `(SELECT time_zone FROM organizations WHERE id = app_organization())` },
    // Another set's school may have the same code or name without being the same.
    natural: ['lower(t.code) = lower(coalesce(w.code, w.sid)) AND (t.sourced_id IS NULL OR lower(t.name) = lower(w.name))', 'lower(t.name) = lower(w.name) AND t.sourced_id IS NULL'],
    unique: [{ columns: ['code'], code: 'org-code-twice', field: 'identifier', park: asText('code'), optional: true }],
  },
  {
    name: 'academic_years', file: 'academicSessions', label: 't.name',
    fields: [{ column: 'name', type: 'text' }, { column: 'start_date', type: 'date' }, { column: 'end_date', type: 'date' }],
    // A school without a current year would see nothing of what it imported.
    born: { current: `NOT EXISTS (SELECT FROM academic_years WHERE current AND "deletedAt" IS NULL) AND p.id = (SELECT id FROM plan_academic_years WHERE kind = 'new' AND ${today} BETWEEN v_start_date AND v_end_date ORDER BY v_start_date DESC, id LIMIT 1)` },
    // Of another set, the year of another school may have the same title.
    natural: ['lower(t.name) = lower(w.name) AND (t.sourced_id IS NULL OR t.start_date = w.start_date AND t.end_date = w.end_date)'],
    unique: [{ columns: ['name'], code: 'row-conflict', field: 'title', park: asText('name') }],
    unsound: turned('p.v_end_date <= p.v_start_date', 'session-dates', 'start_date', 'start', 'end_date'),
  },
  {
    name: 'terms', file: 'academicSessions', label: 't.name',
    fields: [{ column: 'name', type: 'text' }, { column: 'term_type', type: 'enum_terms_term_type' }, { column: 'start_date', type: 'date' }, { column: 'end_date', type: 'date' }, { column: 'academic_yearId', type: 'uuid', of: 'academic_years' }],
    natural: [`lower(t.name) = lower(w.name) AND t."academic_yearId" = w."academic_yearId" AND t.start_date = w.start_date`],
    unique: [],
    unsound: turned('p.v_end_date < p.v_start_date', 'session-dates', 'start_date', 'start', 'end_date'),
  },
  {
    name: 'grades', file: 'classes', label: 't.name', unsourced: true,
    fields: [{ column: 'code', type: 'text' }, { column: 'name', type: 'text' }, { column: 'sort_order', type: 'int' }],
    natural: [], unique: [],
  },
  {
    name: 'subjects', file: 'classes', label: 't.name',
    fields: [{ column: 'name', type: 'text' }, { column: 'code', type: 'text' }],
    natural: ['lower(t.code) = lower(w.code)', 'lower(t.name) = lower(w.name)'],
    unique: [{ columns: ['code'], code: 'row-conflict', field: 'subjectCodes', park: asText('code') }],
  },
  {
    name: 'staff', file: 'users', label: `t.first_name || ' ' || t.last_name`,
    fields: [...person, { column: 'employee_number', type: 'text', first: 'j.sid' }, { column: 'staff_type', type: 'enum_staff_staff_type' }, { column: 'status', type: 'enum_staff_status' }],
    natural: ['t.employee_number = coalesce(w.employee_number, w.sid) AND lower(t.last_name) = lower(w.last_name)'],
    unique: [{ columns: ['employee_number'], code: 'user-number-twice', field: 'identifier', park: asText('employee_number'), optional: true }],
    replaced: newcomer('employee_number'),
    departure: {
      file: 'users', scope: `t.status <> 'ended'`, campus: 't."campusId"', spared: refused('users', 't.sourced_id'), told: `(${marked('users', 't.sourced_id')} OR ${roleOver('staff')})`,
      set: { status: `'ended'` },
    },
  },
  {
    name: 'students', file: 'users', label: `t.first_name || ' ' || t.last_name`,
    fields: [...person, { column: 'student_number', type: 'text', first: 'j.sid' }, { column: 'preferred_name', type: 'text' }, { column: 'gender', type: 'enum_students_gender' }, { column: 'date_of_birth', type: 'date' }, { column: 'status', type: 'enum_students_status' }, { column: 'enrollment_date', type: 'date' }],
    natural: ['t.student_number = coalesce(w.student_number, w.sid) AND lower(t.last_name) = lower(w.last_name)'],
    unique: [{ columns: ['student_number'], code: 'user-number-twice', field: 'identifier', park: asText('student_number'), optional: true }],
    replaced: newcomer('student_number', ' AND (t.date_of_birth = w.date_of_birth) IS NOT TRUE'),
    departure: {
      file: 'users', scope: `t.status IN ('applicant', 'expected', 'active', 'on_leave', 'suspended')`, campus: 't."campusId"',
      spared: refused('users', 't.sourced_id'), told: `(${marked('users', 't.sourced_id')} OR ${roleOver('student')})`, set: { status: `'withdrawn'` },
    },
  },
  {
    name: 'student_campuses', file: 'users', label: `${nameOf('students', 't."studentId"', "n.first_name || ' ' || n.last_name")} || ' · ' || ${nameOf('campuses', 't."campusId"', 'n.name')}`,
    fields: [{ column: 'studentId', type: 'uuid', of: 'students' }, { column: 'campusId', type: 'uuid', of: 'campuses' }],
    natural: ['t."studentId" = w."studentId" AND t."campusId" = w."campusId"'],
    unique: [{ columns: ['studentId', 'campusId'], code: 'row-conflict', field: 'orgSourcedIds' }],
    replaced: formerStudent,
    departure: {
      file: 'users', scope: 'true', campus: 't."campusId"', spared: refused('users', part(1)), told: marked('users', part(1)),
      set: { deletedAt: '$1::timestamptz' },
    },
  },
  {
    // A person once: how one stands to each child is a link. The child one came with is written when one is new, and when that link goes.
    name: 'guardians', file: 'users', label: 't.full_name',
    fields: [{ column: 'full_name', type: 'text' }, { column: 'relationship', type: 'enum_guardians_relationship', first: 'j.assumed' }, { column: 'email', type: 'text' }, { column: 'phone', type: 'text' }, { column: 'studentId', type: 'uuid', first: 'j.child', of: 'students' }],
    natural: [`lower(t.full_name) = lower(w.full_name) AND EXISTS (SELECT FROM agent_child c JOIN guardian_links l ON l."studentId" = c."studentId" AND l."deletedAt" IS NULL WHERE c.agent = w.sid AND l."guardianId" = t.id)`],
    unique: [],
    departure: {
      // One goes with one's last child, which may be of a school that this set says nothing of: `planChildless` knows.
      file: 'users', scope: 'true', campus: campusOf('students', 't."studentId"'), spared: 'true', told: `(${marked('users', 't.sourced_id')} OR ${roleOver('agent')})`,
      set: { deletedAt: '$1::timestamptz' },
    },
  },
  {
    name: 'guardian_links', file: 'users', label: `${nameOf('guardians', 't."guardianId"', 'n.full_name')} || ' · ' || ${nameOf('students', 't."studentId"', "n.first_name || ' ' || n.last_name")}`,
    fields: [{ column: 'guardianId', type: 'uuid', of: 'guardians' }, { column: 'studentId', type: 'uuid', of: 'students' }, { column: 'relationship', type: 'enum_guardians_relationship', first: 'j.assumed' }],
    natural: ['t."guardianId" = w."guardianId" AND t."studentId" = w."studentId"'],
    unique: [{ columns: ['guardianId', 'studentId'], code: 'row-conflict', field: 'agentSourcedIds' }],
    replaced: formerStudent,
    departure: {
      file: 'users', scope: 'true', campus: campusOf('students', 't."studentId"'), spared: `(${refused('users', part(1))} OR ${refused('users', part(2))})`, told: `(${marked('users', part(1))} OR ${marked('users', part(2))} OR ${part(1)} IN (SELECT sid FROM role_left WHERE part = 'agent'))`,
      set: { deletedAt: '$1::timestamptz' },
    },
  },
  {
    name: 'classes', file: 'classes', label: 't.name',
    fields: [
      { column: 'name', type: 'text' }, { column: 'section', type: 'text' }, { column: 'room', type: 'text' }, { column: 'class_type', type: 'enum_classes_class_type', first: 'j.kind' },
      { column: 'campusId', type: 'uuid', of: 'campuses' }, { column: 'gradeId', type: 'uuid', first: 'j.grade', of: 'grades' }, { column: 'academic_yearId', type: 'uuid', first: 'j.year_id', of: 'academic_years' },
      { column: 'homeroom_teacherId', type: 'uuid', none: nobody, of: 'staff' }, { column: 'status', type: 'enum_classes_status' },
      { column: 'starts_on', type: 'date' }, { column: 'ends_on', type: 'date' },
    ],
    natural: ['t."campusId" = w."campusId" AND t."academic_yearId" = w.year_id AND lower(t.name) = lower(w.name)'],
    unique: [{ columns: ['campusId', 'academic_yearId', 'name'], code: 'row-conflict', field: 'title', park: asText('name') }],
    departure: {
      file: 'classes', scope: `t.status IN ('planned', 'active') AND ${yearRuns('t.id')}`, campus: 't."campusId"', spared: refused('classes', 't.sourced_id'), told: marked('classes', 't.sourced_id'),
      set: { status: `'archived'` },
    },
  },
  {
    name: 'class_subjects', file: 'classes', label: `${className} || ' · ' || ${nameOf('subjects', 't."subjectId"', 'n.name')}`,
    fields: [{ column: 'classId', type: 'uuid', of: 'classes' }, { column: 'subjectId', type: 'uuid', of: 'subjects' }, { column: 'teacherId', type: 'uuid', none: nobody, of: 'staff' }, { column: 'status', type: 'enum_class_subjects_status' }],
    natural: [
      `t."classId" = w."classId" AND t."subjectId" = w."subjectId" AND t."teacherId" = w."teacherId"`,
      `t."classId" = w."classId" AND t."subjectId" = w."subjectId"`,
    ],
    unique: [{ columns: ['classId', 'subjectId', `coalesce("teacherId", '${nobody}')`], code: 'row-conflict', field: 'subjects' }],
    departure: {
      file: 'classes', scope: `t.status IN ('planned', 'active') AND ${yearRuns('t."classId"')}`, campus: campusOf('classes', 't."classId"'), spared: refused('classes', part(1)), told: `(${marked('classes', part(1))} OR ${left('classes', 't."classId"')})`,
      set: { status: `'cancelled'` },
    },
  },
  {
    name: 'class_teachers', file: 'enrollments', label: `${nameOf('staff', 't."staffId"', "n.first_name || ' ' || n.last_name")} || ' · ' || ${className}`,
    fields: [{ column: 'classId', type: 'uuid', of: 'classes' }, { column: 'staffId', type: 'uuid', of: 'staff' }, { column: 'starts_on', type: 'date', none: '-infinity' }, { column: 'ends_on', type: 'date', none: 'infinity' }, { column: 'main', type: 'boolean' }],
    natural: [`t."classId" = w."classId" AND t."staffId" = w."staffId" AND t.starts_on IS NOT DISTINCT FROM nullif(w.starts_on, '-infinity')`],
    unique: [],
    unsound: turned('p.v_ends_on < p.v_starts_on', 'enrollment-dates', 'starts_on', 'begin', 'ends_on'),
    replaced: `t."staffId" ${idsReplaced('staff')}`,
    departure: {
      file: 'enrollments', scope: `coalesce(t.ends_on >= ${today}, true) AND ${yearRuns('t."classId"')}`, campus: campusOf('classes', 't."classId"'), spared: refused('enrollments', 't.sourced_id'),
      told: `(${marked('enrollments', 't.sourced_id')} OR ${left('staff', 't."staffId"')} OR ${left('classes', 't."classId"')})`,
      set: { ends_on: `greatest(${today} - 1, t.starts_on)`, deletedAt: `CASE WHEN t.starts_on >= ${today} THEN $1::timestamptz END` },
    },
  },
  {
    name: 'class_enrollments', file: 'enrollments', label: `${nameOf('students', 't."studentId"', "n.first_name || ' ' || n.last_name")} || ' · ' || ${className}`,
    fields: [{ column: 'classId', type: 'uuid', of: 'classes' }, { column: 'studentId', type: 'uuid', of: 'students' }, { column: 'enrolled_on', type: 'date', first: 'j.assumed_on' }, { column: 'ended_on', type: 'date', none: 'infinity' }, { column: 'status', type: 'enum_class_enrollments_status' }],
    natural: [`t."classId" = w."classId" AND t."studentId" = w."studentId" AND t.ended_on IS NULL`],
    unique: [{ columns: ['classId', 'studentId', `coalesce(ended_on, 'infinity')`], code: 'enrollment-twice', field: 'userSourcedId', park: { column: 'ended_on', value: `date '3000-01-01' + m.n::int` } }],
    unsound: turned('p.v_ended_on < p.v_enrolled_on', 'enrollment-dates', 'enrolled_on', 'begin', 'ended_on'),
    replaced: formerStudent,
    departure: {
      file: 'enrollments', scope: `t.status IN ('pending', 'waitlisted', 'active') AND ${yearRuns('t."classId"')}`, campus: campusOf('classes', 't."classId"'), spared: refused('enrollments', 't.sourced_id'),
      told: `(${marked('enrollments', 't.sourced_id')} OR ${left('students', 't."studentId"')} OR ${left('classes', 't."classId"')})`,
      // Who was to go before the first day has never been there.
      set: { status: `CASE WHEN ${seatEnds} <= t.enrolled_on THEN 'no_show' ELSE 'withdrawn' END::enum_class_enrollments_status`, ended_on: `least(t.ended_on, ${lastDay})` },
    },
  },
]

/** The columns of a key as one row of SQL, as `alias` has them. */
export const keyOf = ({ columns }: RosterKey, prefix: string, alias: string): string =>
  columns.map((column) => (column.includes('(') ? column.replace(/"?\b(teacherId|ended_on)\b"?/, `${alias}."${prefix}$1"`) : `${alias}."${prefix}${column}"`)).join(', ')

export const rosterEntity = (name: RosterEntityName): RosterEntity => rosterEntities.find((entity) => entity.name === name)!
