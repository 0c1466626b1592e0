import type pg from 'pg'
import { hashPassword } from '@/lib/domain/access/public.server'
import { fill } from './insert'
import { familyNames, givenNames } from './names'
import { foundOrganization, type MadeOrganization } from './organization'
import { demoPassword } from './plan'
import { schoolDaysBefore, today, years } from './school-year'

export type Scale = { students: number; campuses: number; days: number }
/** What benchmarks call a large organization: 20,000 students, 3.6 million marks over two school years. */
export const usualScale: Scale = { students: 20_000, campuses: 3, days: 180 }
const perClass = 25
/** Since when they are at school: registers of days long gone are taken by what measures. */
const ever = '2009-01-01'

type Progress = (text: string) => void

/**
 * Adds rows and counts their table at once. The planner knows nothing of rows that are about to be committed: it expects
 * one of them, and a join of two such tables compares each row with each, two thousand million times at 100,000 students.
 */
const adding = (client: pg.Client) => async (table: string, text: string, values: unknown[] = []) => {
  await client.query(text, values)
  await client.query(`ANALYZE ${table}`)
}

async function school(client: pg.Client, { students, campuses }: Scale, made: MadeOrganization, password: string, domain: string) {
  const add = adding(client)
  await add('campuses', `INSERT INTO campuses (name, code, mascot, color, time_zone) SELECT 'Campus ' || n, 'C' || n, 'Hawks', '#0f766e', 'UTC' FROM generate_series(1, $1) n`, [campuses])
  await add('campus_attendance_config', `INSERT INTO campus_attendance_config ("campusId", campus_key, school_days) SELECT id, code, '{1,2,3,4,5,6,7}' FROM campuses WHERE "organizationId" = app_organization()`)
  await add('academic_years', `INSERT INTO academic_years (name, start_date, end_date, current) VALUES ($1, $2, $3, false), ($4, $5, $6, true)`, [years.last.name, years.last.start, years.last.end, years.current.name, years.current.start, years.current.end])
  await add('grades', `INSERT INTO grades (name, code, sort_order) SELECT 'Grade ' || n, 'G' || lpad(n::text, 2, '0'), n FROM generate_series(1, 12) n`)
  await add('subjects', `INSERT INTO subjects (name, code) VALUES ('Mathematics', 'MA')`)
  const classes = Math.ceil(students / perClass)
  await add(
    'staff',
    `WITH c AS (SELECT array_agg(id ORDER BY code) AS ids FROM campuses WHERE "organizationId" = app_organization()),
     u AS (INSERT INTO users (email, "firstName", "lastName", password, "emailVerified", "organizationId", "app_roleId")
       SELECT CASE n WHEN 0 THEN 'admin' WHEN 1 THEN 'director' ELSE 'teacher' || (n - 2) END || '@' || $2, ($3::text[])[1 + n % 60], ($4::text[])[1 + n % 59], $5, true, app_organization(), CASE n WHEN 0 THEN $6::uuid WHEN 1 THEN $7::uuid ELSE $8::uuid END
       FROM generate_series(0, $1 + 1) n RETURNING id, email, "firstName", "lastName")
     INSERT INTO staff (employee_number, first_name, last_name, email, staff_type, "campusId", "userId")
     SELECT 'E' || row_number() OVER (ORDER BY u.email), u."firstName", u."lastName", u.email, 'teacher', c.ids[1 + (row_number() OVER (ORDER BY u.email)) % $9], u.id FROM u, c`,
    [classes, domain, givenNames, familyNames, password, made.roles.organization_administrator, made.roles.campus_director, made.roles.teacher, campuses],
  )
  await add(
    'classes',
    `INSERT INTO classes (name, status, "academic_yearId", "campusId", "gradeId", "homeroom_teacherId")
     SELECT 'Class ' || n, 'active', (SELECT id FROM academic_years WHERE "organizationId" = app_organization() AND current), t."campusId",
       (SELECT id FROM grades WHERE "organizationId" = app_organization() AND sort_order = 1 + n % 12), t.id
     FROM generate_series(0, $1 - 1) n JOIN staff t ON t."organizationId" = app_organization() AND t.email = 'teacher' || n || '@' || $2`,
    [classes, domain],
  )
  await add('class_subjects', `INSERT INTO class_subjects ("classId", "subjectId", "teacherId") SELECT k.id, s.id, k."homeroom_teacherId" FROM classes k, subjects s WHERE k."organizationId" = app_organization() AND s."organizationId" = app_organization()`)
  await add('timetables', `INSERT INTO timetables (name, effective_from, effective_to, status, "academic_yearId", "campusId") SELECT c.name, $1, $2, 'published', y.id, c.id FROM campuses c, academic_years y WHERE c."organizationId" = app_organization() AND y."organizationId" = app_organization() AND y.current`, [years.current.start, years.current.end])
  // A timetable for a hundred classes: keeping thousands from double booking would take longer than all marks.
  await add(
    'timetable_periods',
    `INSERT INTO timetable_periods (name, day_of_week, starts_at, ends_at, "class_subjectId", "timetableId", "classId", "campusId")
     SELECT 'Period ' || p, d, time '08:00' + p * interval '1 hour', time '08:50' + p * interval '1 hour', l.id, t.id, k.id, k."campusId"
     FROM classes k JOIN class_subjects l ON l."organizationId" = k."organizationId" AND l."classId" = k.id JOIN timetables t ON t."organizationId" = k."organizationId" AND t."campusId" = k."campusId",
       unnest(enum_range(NULL::enum_timetable_periods_day_of_week)) d, generate_series(0, 3) p WHERE k."organizationId" = app_organization() AND substring(k.name FROM 7)::int < 100`,
  )
  await add(
    'students',
    `INSERT INTO students (student_number, first_name, last_name, status, gender, date_of_birth, enrollment_date, "campusId")
     SELECT 'S' || lpad(n::text, 7, '0'), ($2::text[])[1 + (n * 7) % 60], ($3::text[])[1 + (n * 13 + n / 60) % 59] || CASE WHEN n % 3 = 0 THEN '-' || (($3::text[])[1 + (n * 17) % 59]) ELSE '' END, 'active', 'unspecified', date '2012-01-01' + n % 3000, $4, k."campusId"
     FROM generate_series(0, $1 - 1) n JOIN classes k ON k."organizationId" = app_organization() AND k.name = 'Class ' || (n / ${perClass})`,
    [students, givenNames, familyNames, ever],
  )
  await add('class_enrollments', `INSERT INTO class_enrollments ("classId", "studentId", enrolled_on) SELECT k.id, s.id, $1 FROM students s JOIN classes k ON k."organizationId" = s."organizationId" AND k.name = 'Class ' || (substring(s.student_number FROM 2)::int / ${perClass}) WHERE s."organizationId" = app_organization()`, [ever])
  await add('guardians', `INSERT INTO guardians ("studentId", full_name, relationship, primary_contact) SELECT id, 'Guardian of ' || last_name, 'mother', true FROM students WHERE "organizationId" = app_organization()`)
  await client.query('ANALYZE guardian_links')
}

/** Registers of some days with a mark for every student, set by set. */
async function marks(client: pg.Client, days: readonly string[]): Promise<number> {
  await adding(client)(
    'attendance_sessions',
    `INSERT INTO attendance_sessions ("classId", "campusId", session_date, session_type, "taken_byId", state, submitted_at, total_enrolled, total_present, total_absent, total_tardy, total_excused)
     SELECT k.id, k."campusId", d, 'daily', k."homeroom_teacherId", 'submitted', d + time '09:00', ${perClass}, ${perClass} - 2, 2, 1, 1 FROM classes k, unnest($1::date[]) d WHERE k."organizationId" = app_organization()`,
    [days],
  )
  // Days follow from their marks mark by mark: of this many they are summed at once.
  await client.query('ALTER TABLE attendance_records DISABLE TRIGGER attendance_day_follows_new')
  const { rowCount } = await client.query(
    `INSERT INTO attendance_records ("attendance_sessionId", "campusId", session_date, "studentId", status, minutes_late)
     SELECT s.id, s."campusId", s.session_date, e."studentId", m.status, CASE WHEN m.status = 'late' THEN 5 END
     FROM attendance_sessions s JOIN class_enrollments e ON e."organizationId" = s."organizationId" AND e."classId" = s."classId",
       LATERAL (SELECT (CASE abs(hashtext(e."studentId"::text || s.session_date)) % 25 WHEN 0 THEN 'absent_unexcused' WHEN 1 THEN 'absent_excused' WHEN 2 THEN 'late' ELSE 'present' END)::enum_attendance_records_status AS status) m
     WHERE s."organizationId" = app_organization() AND s.session_date = ANY($1::date[])`,
    [days],
  )
  await client.query('ALTER TABLE attendance_records ENABLE TRIGGER attendance_day_follows_new')
  await client.query(
    `INSERT INTO campus_attendance_summaries ("campusId", campus_key, attendance_date, total_enrolled, total_present, total_absent, total_tardy, total_excused, attendance_percentage)
     SELECT r."campusId", c.code, r.session_date, count(*), count(*) FILTER (WHERE standing IN ('present', 'late')), count(*) FILTER (WHERE standing IN ('excused', 'absent')), count(*) FILTER (WHERE standing = 'late'), count(*) FILTER (WHERE standing = 'excused'),
       round(100.0 * count(*) FILTER (WHERE standing IN ('present', 'late')) / count(*), 2)
     FROM attendance_records r JOIN campuses c ON c."organizationId" = r."organizationId" AND c.id = r."campusId" WHERE r."organizationId" = app_organization() AND r.session_date = ANY($1::date[]) GROUP BY 1, 2, 3`,
    [days],
  )
  return rowCount ?? 0
}

/** What each day was for each student, from all the marks at once. */
const letters = (client: pg.Client) =>
  client.query(
    `INSERT INTO student_attendance_months ("studentId", "campusId", month, days)
     SELECT "studentId", "campusId", month, array_to_string(ARRAY(SELECT coalesce(letters ->> p::text, '-') FROM generate_series(1, 31) p ORDER BY p), '') FROM (
       SELECT "studentId", "campusId", date_trunc('month', session_date)::date AS month, jsonb_object_agg(extract(day FROM session_date)::int, substr('plea', standing_rank(standing), 1)) AS letters
       FROM attendance_records WHERE "organizationId" = app_organization() GROUP BY 1, 2, 3) m`,
  )

/** One organization of a size, by bulk SQL; `domain` makes its addresses (`admin@`, `director@`, `teacher0@` …). */
export async function seedOrganizationOf(scale: Scale, domain: string, progress: Progress): Promise<string> {
  const password = await hashPassword(demoPassword)
  const made = await foundOrganization({ name: `Large ${domain}` })
  await fill(made.id, (_, client) => school(client, scale, made, password, domain))
  // Half of the days in the year before, the newest up to today: pages look at today.
  const recent = [...schoolDaysBefore(today, Math.ceil(scale.days / 2) - 1), today]
  const older = schoolDaysBefore(recent[0]!, scale.days - recent.length)
  const days = [...older, ...recent]
  const began = performance.now()
  let written = 0
  for (let at = 0; at < days.length; at += 10) {
    written += await fill(made.id, (_, client) => marks(client, days.slice(at, at + 10)))
    progress(`${domain}: ${written.toLocaleString('en')} marks, ${Math.round(written / ((performance.now() - began) / 1000)).toLocaleString('en')} rows/s`)
  }
  await fill(made.id, (_, client) => letters(client))
  return made.id
}

/** Organizations for benchmarks, beside whatever is there. */
export async function seedScale(organizations: number, progress: Progress = () => undefined): Promise<void> {
  for (let n = 0; n < organizations; n++) await seedOrganizationOf(usualScale, `large${crypto.randomUUID().slice(0, 8)}.example`, progress)
}
