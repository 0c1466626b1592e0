import 'server-only'
import type { AttendanceStatus, RegisterMode } from '../generated/enums'
import { tenantOf, tenantSql } from '../sql.server'
import type { TenantDb } from '../tenant.server'

type Key = { classId: string; date: string; periodId: string | null }
/** What surrounds a register: its class, the zone and the rules of the campus, and the period, if it is of one. */
export type RegisterPlace = {
  className: string; campusId: string; campusName: string; timeZone: string; registerMode: RegisterMode; editableDays: number
  period: { name: string | null; startsAt: string; endsAt: string } | null; classSubjectId: string | null; subjectName: string | null
}
export type RosterRow = { id: string; firstName: string; lastName: string; status: AttendanceStatus | null; minutesLate: number | null; remark: string | null }
export type SessionRow = { id: string; version: string; at: string; by: string | null }
export type RegisterRead = RegisterPlace & { session: SessionRow | null; students: RosterRow[] }

export type RegisterColumns = Key & { classSubjectId: string | null; sessionType: string }

/** PostgreSQL infers a parameter's type from its first use only: say it at each. */
const types = ['uuid', 'uuid', 'text', 'uuid', 'date', '', '', '', '', 'int', 'int', 'int', 'int', 'uuid', 'text', 'text', 'boolean']
const typed = (text: string, ...more: string[]) =>
  text.replace(/\$(\d+)(?!\d|::)/g, (parameter, number) => `${parameter}::${[...types, ...more][Number(number) - 1]}`)

const zero = `'00000000-0000-0000-0000-000000000000'`
const sameRegister = (session: string, { type = '$3', classSubject = '$4' } = {}) => `${session}."organizationId" = app_organization() AND ${session}."classId" = $1 AND ${session}.session_date = $5
  AND ${session}.session_type = ${type}::text::enum_attendance_sessions_session_type AND ${session}.state <> 'cancelled' AND ${session}."deletedAt" IS NULL
  AND coalesce(${session}."class_subjectId", ${zero}) = coalesce(${classSubject}::uuid, ${zero}) AND coalesce(${session}."timetable_periodId", ${zero}) = coalesce($2::uuid, ${zero})`

/** Whoever is enrolled on the day; somebody who left since still belongs to the days before. */
const roster = `SELECT e."studentId" FROM class_enrollments e
  WHERE e."organizationId" = app_organization() AND e."classId" = $1 AND e."deletedAt" IS NULL AND e.enrolled_on <= $5
    AND (e.ended_on IS NULL OR e.ended_on >= $5) AND e.status NOT IN ('pending', 'waitlisted', 'cancelled', 'no_show')`

/** The live students of a list. Each is looked up by its id: joined, those of the whole organization are read when the plan was made for a small one. */
const studentsOf = (list: string) => `${list} e CROSS JOIN LATERAL (SELECT p.* FROM students p WHERE p."organizationId" = app_organization() AND p.id = e."studentId" AND p."deletedAt" IS NULL LIMIT 1) p`

const keyOf = ({ classId, date, sessionType, classSubjectId, periodId }: RegisterColumns) => [classId, periodId, sessionType, classSubjectId, date]
const version = `to_char(s."updatedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const author = `(SELECT nullif(concat_ws(' ', u."firstName", u."lastName"), '') FROM users u WHERE u.id = s."updatedById")`

/** The reach as `reach.server.ts` has it: who has classes of their own ($4) sees those, wherever they are; else who has campuses ($3) what is there. */
const within = (classId: string, campusId: string) => `coalesce(${classId} = ANY($4::uuid[]), ${campusId} = ANY($3::uuid[]), true)`
const placeOf = (db: TenantDb, { classId, periodId }: Omit<Key, 'date'>) => {
  const { reach } = tenantOf(db)
  return [classId, periodId, 'campusIds' in reach ? reach.campusIds : null, 'classIds' in reach ? reach.classIds : null]
}

/** No row where there is no such class within reach, or no such period of it. History shows a campus or a subject that was removed since. */
const place = `
  SELECT k.name AS "className", k."campusId", c.name AS "campusName", c.time_zone AS "timeZone", coalesce(f.register_mode, 'daily') AS "registerMode", coalesce(f.editable_days, 7) AS "editableDays",
    CASE WHEN p.id IS NOT NULL THEN json_build_object('name', p.name, 'startsAt', to_char(p.starts_at, 'HH24:MI'), 'endsAt', to_char(p.ends_at, 'HH24:MI')) END AS period, p."class_subjectId" AS "classSubjectId",
    (SELECT b.name FROM class_subjects l JOIN subjects b ON b."organizationId" = app_organization() AND b.id = l."subjectId" WHERE l."organizationId" = app_organization() AND l.id = p."class_subjectId") AS "subjectName"
  FROM classes k
  JOIN campuses c ON c."organizationId" = app_organization() AND c.id = k."campusId"
  LEFT JOIN campus_attendance_config f ON f."organizationId" = app_organization() AND f."campusId" = k."campusId" AND f."deletedAt" IS NULL AND coalesce(f."campusId" = ANY($3::uuid[]), true)
  LEFT JOIN timetable_periods p ON p."organizationId" = app_organization() AND p.id = $2 AND p."classId" = k.id AND p."deletedAt" IS NULL AND ${within('p."classId"', 'p."campusId"')}
  WHERE k."organizationId" = app_organization() AND k.id = $1 AND k."deletedAt" IS NULL AND ${within('k.id', 'k."campusId"')} AND ($2 IS NULL OR p.id IS NOT NULL)`
const placeText = typed(place)

/** The class of a register within reach, without its list; null where there is nothing of the kind. */
export async function findRegisterPlace(db: TenantDb, key: Key): Promise<RegisterPlace | null> {
  const [row] = await tenantSql<RegisterPlace>(db, 'register-place', placeText, placeOf(db, key))
  return row ?? null
}

const readText = typed(`
WITH place AS MATERIALIZED (${place}),
session AS MATERIALIZED (SELECT s.id, ${version} AS version, s."updatedAt" AS at, ${author} AS by FROM attendance_sessions s
  WHERE ${sameRegister('s', { type: "CASE WHEN $2 IS NULL THEN 'daily' ELSE 'period' END", classSubject: '(SELECT "classSubjectId" FROM place)' })})
SELECT place.*, (SELECT to_json(session) FROM session) AS session, (
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'firstName', coalesce(p.preferred_name, p.first_name), 'lastName', p.last_name,
    'status', r.status, 'minutesLate', r.minutes_late, 'remark', r.remarks) ORDER BY p.last_name_key, p.first_name_key, p.id), '[]')
  FROM ${studentsOf(`(SELECT DISTINCT "studentId" FROM (${roster} OFFSET 0) e)`)}
  LEFT JOIN LATERAL (SELECT r.status, r.minutes_late, r.remarks FROM attendance_records r
    WHERE r."organizationId" = app_organization() AND r."attendance_sessionId" = (SELECT id FROM session) AND r.session_date = $5 AND r."studentId" = p.id AND r."deletedAt" IS NULL LIMIT 1) r ON true) AS students
FROM place`)

/** A register as it stands: what surrounds it, its list and its marks; null where there is no such class within reach. */
export async function readRegister(db: TenantDb, key: Key): Promise<RegisterRead | null> {
  const [row] = await tenantSql<RegisterRead>(db, 'register-read', readText, [...placeOf(db, key), key.date])
  return row ?? null
}

export type MarkColumns = { studentId: string; status: string; minutesLate: number | null; remark: string | null }
export type Counts = { present: number; absent: number; late: number; excused: number }
type Submission = RegisterColumns & { campusId: string; staffId: string | null; marks: MarkColumns[]; counts: Counts; idempotencyKey: string; requestHash: string; countsToDay: boolean }

const input = `input AS (SELECT * FROM unnest($6::uuid[], $7::text[]::enum_attendance_records_status[], $8::int[], $9::text[]) AS i ("studentId", status, minutes, remark))`

/** Adds to the day of the campus: one row a day, whose lock is the only place where registers of a campus meet. */
const summarise = (delta: string) => `summary AS (
  INSERT INTO campus_attendance_summaries AS day ("organizationId", "campusId", campus_key, attendance_date, total_enrolled, total_present, total_absent, total_tardy, total_excused, attendance_percentage)
  SELECT app_organization(), c.id, c.code, $5, d.enrolled, d.present, d.absent, d.tardy, d.excused, coalesce(round(100.0 * d.present / nullif(d.present + d.absent, 0), 2), 0)
  FROM (${delta}) d JOIN campuses c ON c."organizationId" = app_organization() AND c.id = d.campus
  ON CONFLICT ("organizationId", "campusId", attendance_date) WHERE "deletedAt" IS NULL DO UPDATE SET
    total_enrolled = day.total_enrolled + excluded.total_enrolled, total_present = day.total_present + excluded.total_present,
    total_absent = day.total_absent + excluded.total_absent, total_tardy = day.total_tardy + excluded.total_tardy, total_excused = day.total_excused + excluded.total_excused,
    attendance_percentage = coalesce(round(100.0 * (day.total_present + excluded.total_present) / nullif(day.total_present + excluded.total_present + day.total_absent + excluded.total_absent, 0), 2), 0),
    "updatedAt" = now()
)`

const takeText = typed(`
WITH ${input},
roster AS (${roster}),
fits AS (SELECT count(*) = (SELECT count(*) FROM input) AND count(*) = (SELECT count(*) FROM ${studentsOf('roster')}) AS fits FROM input JOIN roster USING ("studentId")),
s AS (
  INSERT INTO attendance_sessions ("organizationId", "classId", session_date, session_type, "class_subjectId", "timetable_periodId", "campusId", "taken_byId", state, submitted_at,
    total_enrolled, total_present, total_absent, total_tardy, total_excused, "createdById", "updatedById")
  SELECT app_organization(), $1, $5, $3::text::enum_attendance_sessions_session_type, $4, $2, $18, $19, 'submitted', now(), (SELECT count(*) FROM input), $10, $11, $12, $13, $14, $14 FROM fits WHERE fits
  ON CONFLICT DO NOTHING RETURNING id, "updatedAt", "campusId"
),
marked AS (
  INSERT INTO attendance_records ("organizationId", "attendance_sessionId", "campusId", session_date, "studentId", status, minutes_late, remarks, "createdById", "updatedById")
  SELECT app_organization(), s.id, s."campusId", $5, i."studentId", i.status, i.minutes, i.remark, $14, $14 FROM s, input i
),
kept AS (INSERT INTO idempotency_keys ("organizationId", deed, key, request_hash, result) SELECT app_organization(), 'submit-register', $15, $16, jsonb_build_object('session', s.id) FROM s),
written AS (
  INSERT INTO audit_events ("organizationId", actor_id, deed, entity, entity_id, after)
  SELECT app_organization(), $14, 'submit-register', 'attendance_sessions', s.id, jsonb_build_object('class', $1, 'date', $5, 'type', $3,
    'exceptions', (SELECT coalesce(jsonb_object_agg(i."studentId", i.status), '{}') FROM input i WHERE i.status <> 'present')) FROM s
),
${summarise(`SELECT $18::uuid AS campus, (SELECT count(*)::int FROM input) AS enrolled, $10::int AS present, $11::int AS absent, $12::int AS tardy, $13::int AS excused FROM s WHERE $17`)}
SELECT s.id, ${version} AS version, (SELECT fits FROM fits) AS fits FROM (SELECT 1) one LEFT JOIN s ON true`, 'uuid', 'uuid')

/** $1 to $5 the register, $6 to $9 the marks, $10 to $13 their counts, $14 who, $15 and $16 the key, $17 whether it counts to the day. */
const columnsOf = (db: TenantDb, { marks, counts, ...submission }: Submission) => [
  ...keyOf(submission),
  marks.map((mark) => mark.studentId), marks.map((mark) => mark.status), marks.map((mark) => mark.minutesLate), marks.map((mark) => mark.remark),
  counts.present, counts.absent, counts.late, counts.excused,
  tenantOf(db).actorId, submission.idempotencyKey, submission.requestHash, submission.countsToDay,
]

export type Written = { id: string | null; version: string | null; fits: boolean }

/** Takes a register: session, marks, the day of the campus, history and idempotency key, in one statement. */
export async function takeRegister(db: TenantDb, submission: Submission): Promise<Written> {
  const [row] = await tenantSql<Written>(db, 'register-take', takeText, [...columnsOf(db, submission), submission.campusId, submission.staffId])
  return row as Written
}

const correctText = typed(`
WITH ${input},
before AS (SELECT s.total_enrolled, s.total_present, s.total_absent, s.total_tardy, s.total_excused FROM attendance_sessions s WHERE ${sameRegister('s')}),
s AS (
  UPDATE attendance_sessions s SET "updatedAt" = greatest(clock_timestamp(), s."updatedAt" + interval '1 millisecond'), "updatedById" = $14, state = 'submitted', submitted_at = coalesce(s.submitted_at, now()),
    total_enrolled = (SELECT count(*) FROM input), total_present = $10, total_absent = $11, total_tardy = $12, total_excused = $13
  WHERE ${sameRegister('s')} AND s."updatedAt" = $18::timestamptz RETURNING s.id, s."updatedAt", s."campusId"
),
old AS (SELECT r."studentId", r.status, r.minutes_late, r.remarks FROM attendance_records r WHERE r."organizationId" = app_organization() AND r."attendance_sessionId" = (SELECT id FROM s) AND r."deletedAt" IS NULL),
marked AS (
  INSERT INTO attendance_records AS r ("organizationId", "attendance_sessionId", "campusId", session_date, "studentId", status, minutes_late, remarks, "createdById", "updatedById")
  SELECT app_organization(), s.id, s."campusId", $5, i."studentId", i.status, i.minutes, i.remark, $14, $14 FROM s, input i WHERE i."studentId" IN (${roster}) OR i."studentId" IN (SELECT "studentId" FROM old)
  ON CONFLICT ("organizationId", "attendance_sessionId", "studentId") WHERE "deletedAt" IS NULL
  DO UPDATE SET status = excluded.status, minutes_late = excluded.minutes_late, remarks = excluded.remarks, "updatedById" = $14, "updatedAt" = now()
  WHERE (r.status, r.minutes_late, r.remarks) IS DISTINCT FROM (excluded.status, excluded.minutes_late, excluded.remarks)
),
kept AS (INSERT INTO idempotency_keys ("organizationId", deed, key, request_hash, result) SELECT app_organization(), 'submit-register', $15, $16, jsonb_build_object('session', s.id) FROM s),
written AS (
  INSERT INTO audit_events ("organizationId", actor_id, deed, entity, entity_id, before, after)
  SELECT app_organization(), $14, 'correct-register', 'attendance_sessions', s.id,
    (SELECT coalesce(jsonb_object_agg(old."studentId", old.status), '{}') FROM old JOIN input i USING ("studentId") WHERE (old.status, old.minutes_late, old.remarks) IS DISTINCT FROM (i.status, i.minutes, i.remark)),
    (SELECT coalesce(jsonb_object_agg(i."studentId", i.status), '{}') FROM input i LEFT JOIN old USING ("studentId") WHERE (old.status, old.minutes_late, old.remarks) IS DISTINCT FROM (i.status, i.minutes, i.remark))
  FROM s
),
summary AS (
  UPDATE campus_attendance_summaries day SET
    total_enrolled = day.total_enrolled + d.enrolled, total_present = day.total_present + d.present, total_absent = day.total_absent + d.absent,
    total_tardy = day.total_tardy + d.tardy, total_excused = day.total_excused + d.excused, "updatedAt" = now(),
    attendance_percentage = coalesce(round(100.0 * (day.total_present + d.present) / nullif(day.total_present + d.present + day.total_absent + d.absent, 0), 2), 0)
  FROM (SELECT s."campusId", (SELECT count(*)::int FROM input) - b.total_enrolled AS enrolled, $10::int - b.total_present AS present, $11::int - b.total_absent AS absent,
    $12::int - b.total_tardy AS tardy, $13::int - b.total_excused AS excused FROM s, before b WHERE $17::boolean) d
  WHERE day."organizationId" = app_organization() AND day."campusId" = d."campusId" AND day.attendance_date = $5 AND day."deletedAt" IS NULL
)
SELECT s.id, ${version} AS version, true AS fits FROM (SELECT 1) one LEFT JOIN s ON true`, 'timestamptz')

/** Corrects a register that still stands at the version that was seen; otherwise answers with no id. */
export async function correctRegister(db: TenantDb, submission: Submission & { seen: string }): Promise<Written> {
  const [row] = await tenantSql<Written>(db, 'register-correct', correctText, [...columnsOf(db, submission), submission.seen])
  return row as Written
}

/** What a key was used for before, if it was. */
export async function keptSubmission(db: TenantDb, idempotencyKey: string): Promise<{ requestHash: string; version: string } | null> {
  const [row] = await tenantSql<{ requestHash: string; version: string }>(db, 'register-kept', `
    SELECT k.request_hash AS "requestHash", ${version} AS version FROM idempotency_keys k
    JOIN attendance_sessions s ON s."organizationId" = k."organizationId" AND s.id = (k.result ->> 'session')::uuid
    WHERE k."organizationId" = app_organization() AND k.deed = 'submit-register' AND k.key = $1`, [idempotencyKey])
  return row ?? null
}
