import 'server-only'
import type { AttendanceStatus } from '@/lib/platform/db/generated/enums'
import { tenantOf, tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Tally } from './register'

type Key = { classId: string; date: string; periodId: string | null }
export type RosterRow = { id: string; number: string; firstName: string; lastName: string; status: AttendanceStatus | null; minutesLate: number | null; remark: string | null }
export type SessionRow = { id: string; version: string; at: string; by: string | null; isCorrected: boolean }
export type RegisterRead = { session: SessionRow | null; students: RosterRow[] }

export type RegisterColumns = Key & { classSubjectId: string | null; sessionType: string }

/** PostgreSQL infers a parameter's type from its first use only: say it at each. */
const types = ['uuid', 'uuid', 'text', 'uuid', 'date', '', '', '', '', 'int', 'int', 'int', 'int', 'uuid', 'text', 'text']
const typed = (text: string, ...more: string[]) =>
  text.replace(/\$(\d+)(?!\d|::)/g, (parameter, number) => `${parameter}::${[...types, ...more][Number(number) - 1]}`)

const zero = `'00000000-0000-0000-0000-000000000000'`
const sameRegister = (session: string) => `${session}."organizationId" = app_organization() AND ${session}."classId" = $1 AND ${session}.session_date = $5
  AND ${session}.session_type = $3::text::enum_attendance_sessions_session_type AND ${session}.state <> 'cancelled' AND ${session}."deletedAt" IS NULL
  AND coalesce(${session}."class_subjectId", ${zero}) = coalesce($4::uuid, ${zero}) AND coalesce(${session}."timetable_periodId", ${zero}) = coalesce($2::uuid, ${zero})`

/**
 * The seats `e` of a class that count on a day: of students who are here by then; of one who has left, those whose end says when. Each student
 * is looked up by its id: joined, those of the whole organization are read when the plan was made for a small one.
 */
export const seatsOn = (classId: string, day: string) => `class_enrollments e CROSS JOIN LATERAL (SELECT FROM students p WHERE p."organizationId" = e."organizationId" AND p.id = e."studentId" AND p."deletedAt" IS NULL
    AND CASE WHEN p.status IN ('active', 'on_leave', 'suspended') THEN coalesce(p.enrollment_date <= ${day}, true) WHEN p.status = 'expected' THEN p.enrollment_date <= ${day} ELSE p.status <> 'applicant' AND e.ended_on IS NOT NULL END LIMIT 1) p
  WHERE e."organizationId" = app_organization() AND e."classId" = ${classId} AND e."deletedAt" IS NULL AND e.enrolled_on <= ${day}
    AND (e.ended_on IS NULL OR e.ended_on >= ${day}) AND e.status NOT IN ('pending', 'waitlisted', 'cancelled', 'no_show')`

/** Whoever is enrolled on the day; somebody who left since still belongs to the days before. */
const roster = `SELECT DISTINCT e."studentId" FROM ${seatsOn('$1', '$5')}`

const keyOf = ({ classId, date, sessionType, classSubjectId, periodId }: RegisterColumns) => [classId, periodId, sessionType, classSubjectId, date]
const version = `to_char(s."updatedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const author = `(SELECT nullif(concat_ws(' ', u."firstName", u."lastName"), '') FROM users u WHERE u.id = s."updatedById")`

const readText = typed(`
WITH session AS MATERIALIZED (SELECT s.id, ${version} AS version, s."updatedAt" AS at, ${author} AS by, s."updatedAt" > s."createdAt" AS "isCorrected" FROM attendance_sessions s WHERE ${sameRegister('s')}),
marked AS MATERIALIZED (SELECT r."studentId", r.status, r.minutes_late, r.remarks FROM attendance_records r
  WHERE r."organizationId" = app_organization() AND r."attendance_sessionId" = (SELECT id FROM session) AND r."deletedAt" IS NULL)
SELECT (SELECT to_json(session) FROM session) AS session, (
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.student_number, 'firstName', coalesce(p.preferred_name, p.first_name), 'lastName', p.last_name,
    'status', r.status, 'minutesLate', r.minutes_late, 'remark', r.remarks) ORDER BY p.last_name_key, p.first_name_key, p.id), '[]')
  FROM (SELECT "studentId" FROM (${roster} OFFSET 0) e UNION SELECT "studentId" FROM marked) e
  CROSS JOIN LATERAL (SELECT p.* FROM students p WHERE p."organizationId" = app_organization() AND p.id = e."studentId" LIMIT 1) p
  LEFT JOIN marked r ON r."studentId" = e."studentId" WHERE p."deletedAt" IS NULL OR r.status IS NOT NULL) AS students`)

/**
 * Whoever is on the list of a register or was marked, and the marks. SQL, because every teacher opens it in the same minutes of the morning,
 * and list, marks and version must be of one moment. The verb has made sure that the class is within reach.
 */
export async function readRegister(db: TenantDb, key: RegisterColumns): Promise<RegisterRead> {
  const [row] = await tenantSql<RegisterRead>(db, 'register-read', readText, keyOf(key))
  return row ?? { session: null, students: [] }
}

export type MarkColumns = { studentId: string; status: string; minutesLate: number | null; remark: string | null }
type Submission = RegisterColumns & { campusId: string; staffId: string | null; marks: MarkColumns[]; tally: Tally; idempotencyKey: string; requestHash: string }

const input = `input AS (SELECT * FROM unnest($6::uuid[], $7::text[]::enum_attendance_records_status[], $8::int[], $9::text[]) AS i ("studentId", status, minutes, remark))`

/** What a retry is answered: the version that this submission made, whatever came after it. */
const kept = `kept AS (INSERT INTO idempotency_keys ("organizationId", deed, key, request_hash, result)
  SELECT app_organization(), 'submit-register', $15, $16, jsonb_build_object('session', s.id, 'version', ${version}) FROM s)`

/** Who taught it on the day, for the list of an earlier day: whoever teaches it now may be somebody else by then. */
const teacherThen = `coalesce((SELECT p."teacherId" FROM timetable_periods p WHERE p."organizationId" = app_organization() AND p.id = $2),
    (SELECT t."staffId" FROM class_teachers t WHERE t."organizationId" = app_organization() AND t."classId" = $1 AND t."deletedAt" IS NULL AND coalesce(t.starts_on <= $5, true) AND coalesce(t.ends_on >= $5, true) ORDER BY t.main DESC, t.starts_on DESC NULLS LAST, t.id LIMIT 1),
    (SELECT k."homeroom_teacherId" FROM classes k WHERE k."organizationId" = app_organization() AND k.id = $1))`

/** Why somebody is not there, where a family has told the office. */
const reasonKnown = `CASE WHEN i.status <> 'present' THEN (SELECT n."reasonId" FROM attendance_notices n WHERE n."organizationId" = app_organization() AND n."studentId" = i."studentId" AND $5 BETWEEN n.from_date AND n.to_date AND n."deletedAt" IS NULL
    ORDER BY n."createdAt" DESC LIMIT 1) END`

const takeText = typed(`
WITH ${input},
roster AS (${roster}),
fits AS (SELECT count(*) = (SELECT count(*) FROM input) AND count(*) = (SELECT count(*) FROM roster) AS fits FROM input JOIN roster USING ("studentId")),
s AS (
  INSERT INTO attendance_sessions ("organizationId", "classId", session_date, session_type, "class_subjectId", "timetable_periodId", "campusId", "taken_byId", state, submitted_at, "teacherId",
    total_enrolled, total_present, total_absent, total_tardy, total_excused, "createdById", "updatedById")
  SELECT app_organization(), $1, $5, $3::text::enum_attendance_sessions_session_type, $4, $2, $17, $18, 'submitted', now(), ${teacherThen}, (SELECT count(*) FROM input), $10, $11, $12, $13, $14, $14 FROM fits WHERE fits
  ON CONFLICT DO NOTHING RETURNING id, "updatedAt", "campusId"
),
marked AS (
  INSERT INTO attendance_records ("organizationId", "attendance_sessionId", "campusId", session_date, "studentId", status, minutes_late, remarks, "reasonId", "createdById", "updatedById")
  SELECT app_organization(), s.id, s."campusId", $5, i."studentId", i.status, i.minutes, i.remark, ${reasonKnown}, $14, $14 FROM s, input i
),
${kept},
written AS (
  INSERT INTO audit_events ("organizationId", actor_id, deed, entity, entity_id, after)
  SELECT app_organization(), $14, 'submit-register', 'attendance_sessions', s.id, jsonb_build_object('class', $1, 'date', $5, 'type', $3,
    'exceptions', (SELECT coalesce(jsonb_object_agg(i."studentId", i.status), '{}') FROM input i WHERE i.status <> 'present')) FROM s
)
SELECT s.id, ${version} AS version, (SELECT fits FROM fits) AS fits FROM (SELECT 1) one LEFT JOIN s ON true`, 'uuid', 'uuid')

/** $1 to $5 the register, $6 to $9 the marks, $10 to $13 their counts, $14 who, $15 and $16 the key. */
const columnsOf = (db: TenantDb, { marks, tally, ...submission }: Submission) => [
  ...keyOf(submission),
  marks.map((mark) => mark.studentId), marks.map((mark) => mark.status), marks.map((mark) => mark.minutesLate), marks.map((mark) => mark.remark),
  // The stored columns nest: present holds the late, absent the excused.
  tally.present + tally.late, tally.absent + tally.excused, tally.late, tally.excused,
  tenantOf(db).actorId, submission.idempotencyKey, submission.requestHash,
]

export type Written = { id: string | null; version: string | null; fits: boolean }

/**
 * Takes a register: session, marks, history and idempotency key; the day of the campus follows. SQL, because it is right together or not at all
 * and its class list is compared in the same snapshot: one statement where Prisma would hold a transaction open over six.
 */
export async function takeRegister(db: TenantDb, submission: Submission): Promise<Written> {
  const [row] = await tenantSql<Written>(db, 'register-take', takeText, [...columnsOf(db, submission), submission.campusId, submission.staffId])
  return row as Written
}

const said = (mark: string, minutes: string, remark: string) => `jsonb_strip_nulls(jsonb_build_object('status', ${mark}.status, 'minutes', ${mark}.${minutes}, 'remark', ${mark}.${remark}))`

const correctText = typed(`
WITH ${input},
found AS MATERIALIZED (SELECT s.* FROM attendance_sessions s WHERE ${sameRegister('s')} AND s."updatedAt" = $17::timestamptz),
old AS MATERIALIZED (SELECT r."studentId", r.status, r.minutes_late, r.remarks FROM attendance_records r WHERE r."organizationId" = app_organization() AND r."attendance_sessionId" = (SELECT id FROM found) AND r."deletedAt" IS NULL),
roster AS (${roster}),
-- Of whoever is on the list and whoever was marked, each one and nobody else: only then are the totals those of the marks.
listed AS MATERIALIZED (SELECT "studentId" FROM roster UNION SELECT "studentId" FROM old),
fits AS MATERIALIZED (SELECT NOT EXISTS (SELECT FROM input i WHERE i."studentId" NOT IN (SELECT "studentId" FROM listed)) AND NOT EXISTS (SELECT FROM listed l WHERE l."studentId" NOT IN (SELECT "studentId" FROM input))
  AND NOT EXISTS (SELECT FROM input i LEFT JOIN old USING ("studentId") WHERE i.status IN ('partial', 'suspended', 'not_required', 'unmarked') AND i.status IS DISTINCT FROM old.status) AS fits),
s AS (
  UPDATE attendance_sessions s SET "updatedAt" = greatest(clock_timestamp(), s."updatedAt" + interval '1 millisecond'), "updatedById" = $14, state = 'submitted', submitted_at = coalesce(s.submitted_at, now()),
    total_enrolled = (SELECT count(*) FROM input), total_present = $10, total_absent = $11, total_tardy = $12, total_excused = $13
  WHERE s."organizationId" = app_organization() AND s.id = (SELECT id FROM found) AND s."updatedAt" = $17::timestamptz AND s."deletedAt" IS NULL AND s.state <> 'cancelled' AND (SELECT fits FROM fits) RETURNING s.id, s."updatedAt", s."campusId"
),
marked AS (
  INSERT INTO attendance_records AS r ("organizationId", "attendance_sessionId", "campusId", session_date, "studentId", status, minutes_late, remarks, "createdById", "updatedById")
  SELECT app_organization(), s.id, s."campusId", $5, i."studentId", i.status, i.minutes, i.remark, $14, $14 FROM s, input i
  ON CONFLICT ("organizationId", "attendance_sessionId", "studentId") WHERE "deletedAt" IS NULL
  DO UPDATE SET status = excluded.status, minutes_late = excluded.minutes_late, remarks = excluded.remarks, reason = CASE WHEN r.status = excluded.status THEN r.reason END,
    "reasonId" = CASE WHEN r.status = excluded.status THEN r."reasonId" END, teacher_status = CASE WHEN r.status = excluded.status THEN r.teacher_status END, "updatedById" = $14, "updatedAt" = now()
  WHERE (r.status, r.minutes_late, r.remarks) IS DISTINCT FROM (excluded.status, excluded.minutes_late, excluded.remarks)
),
${kept},
written AS (
  INSERT INTO audit_events ("organizationId", actor_id, deed, entity, entity_id, before, after)
  SELECT app_organization(), $14, 'correct-register', 'attendance_sessions', s.id,
    (SELECT coalesce(jsonb_object_agg(old."studentId", ${said('old', 'minutes_late', 'remarks')}), '{}') FROM old JOIN input i USING ("studentId") WHERE (old.status, old.minutes_late, old.remarks) IS DISTINCT FROM (i.status, i.minutes, i.remark)),
    (SELECT coalesce(jsonb_object_agg(i."studentId", ${said('i', 'minutes', 'remark')}), '{}') FROM input i LEFT JOIN old USING ("studentId") WHERE (old.status, old.minutes_late, old.remarks) IS DISTINCT FROM (i.status, i.minutes, i.remark))
  FROM s
)
SELECT s.id, ${version} AS version, (SELECT fits OR NOT EXISTS (SELECT FROM found) FROM fits) AS fits FROM (SELECT 1) one LEFT JOIN s ON true`, 'timestamptz')

/** Corrects a register that still stands at the version that was seen; otherwise answers with no id. */
export async function correctRegister(db: TenantDb, submission: Submission & { seen: string }): Promise<Written> {
  const [row] = await tenantSql<Written>(db, 'register-correct', correctText, [...columnsOf(db, submission), submission.seen])
  return row as Written
}
