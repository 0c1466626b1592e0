import 'server-only'
import { planGuardians } from './roster-guardians.sql.server'
import { findLeavers } from './roster-leavers.sql.server'
import { planEntity } from './roster-plan.sql.server'
import { rosterEntity, today } from './roster-entities.sql.server'
import { complain, type RosterRun } from './roster-staging.sql.server'

const usable = (alias: string) => `NOT ${alias}.bad AND NOT ${alias}.gone`

/**
 * Who is what: roles.csv first (1.2), else the role cell (1.0, 1.1), else what enrolments, earlier imports or the
 * people who name them as their agent say.
 */
const findRoles = async (run: RosterRun) => {
  const { sql } = run
  await complain(run, { code: 'reference-ignored', file: 'roles' },
    `SELECT row, 'userSourcedId', userSourcedId, NULL::jsonb FROM inroles r WHERE ${usable('r')} AND $1 = 'bulk' AND NOT EXISTS (SELECT FROM inusers u WHERE u.sid = r.userSourcedId)`, [run.modes.users])
  const part = `CASE WHEN role = 'student' THEN 'student' WHEN role IN ('parent', 'guardian', 'relative') THEN 'agent' ELSE 'staff' END`
  await sql(`CREATE TEMP TABLE stated_role ON COMMIT DROP AS
    SELECT r.row, r.userSourcedId AS sid, r.role, ${part} AS part, r.orgSourcedId AS org, CASE WHEN r.roleType = 'primary' THEN 1 ELSE 2 END AS rank, r.beginDate AS begins,
      CASE WHEN r.gone THEN ${today} ELSE r.endDate END AS ends, coalesce(r.endDate <= ${today}, r.gone) AS over FROM inroles r WHERE NOT r.bad AND r.role IS NOT NULL AND r.userSourcedId IS NOT NULL`)
  await sql(`CREATE INDEX ON stated_role (sid)`)
  await sql(`ANALYZE stated_role`)
  // What one still is, or is to be, counts; what is over counts only where nothing else of its kind is left.
  await sql(`CREATE TEMP TABLE role_left ON COMMIT DROP AS
    SELECT s.sid, s.part, max(s.ends) AS day FROM stated_role s WHERE s.over AND NOT EXISTS (SELECT FROM stated_role o WHERE o.sid = s.sid AND o.part = s.part AND NOT o.over)
      AND NOT EXISTS (SELECT FROM inusers u WHERE u.sid = s.sid AND u.bad) GROUP BY 1, 2`)
  await sql(`CREATE INDEX ON role_left (sid)`)
  await sql(`ANALYZE role_left`)
  await complain(run, { code: 'user-role-over', file: 'users' },
    `SELECT u.row, 'role', concat_ws(' ', u.givenName, u.familyName), jsonb_build_object('day', max(l.day)::text) FROM inusers u JOIN role_left l ON l.sid = u.sid WHERE ${usable('u')} AND NOT EXISTS (SELECT FROM stated_role o WHERE o.sid = u.sid AND NOT o.over) GROUP BY 1, 3`)
  await sql(`CREATE TEMP TABLE user_role ON COMMIT DROP AS
    SELECT u.sid, s.role, s.org, s.rank + CASE WHEN s.begins > ${today} THEN 10 ELSE 0 END AS rank, s.row::bigint AS place, s.begins
    FROM inusers u JOIN stated_role s ON s.sid = u.sid AND NOT s.over WHERE ${usable('u')}`)
  await sql(`CREATE TEMP TABLE user_known ON COMMIT DROP AS SELECT DISTINCT sid FROM stated_role`)
  await sql(`INSERT INTO user_role SELECT u.sid, u.role, o.org, 1, coalesce(o.place, 1)
    FROM inusers u LEFT JOIN LATERAL unnest(u.orgSourcedIds) WITH ORDINALITY AS o (org, place) ON true
    WHERE ${usable('u')} AND u.role IS NOT NULL AND NOT EXISTS (SELECT FROM user_known k WHERE k.sid = u.sid)`)
  const silent = `inusers u WHERE ${usable('u')} AND NOT EXISTS (SELECT FROM user_role r WHERE r.sid = u.sid) AND NOT EXISTS (SELECT FROM user_known k WHERE k.sid = u.sid)`
  await sql(`INSERT INTO user_role SELECT DISTINCT ON (u.sid) u.sid, e.role, NULL, 3, e.row FROM inenrollments e, ${silent} AND e.userSourcedId = u.sid AND ${usable('e')} AND e.role IN ('student', 'teacher', 'aide') ORDER BY u.sid, e.row`)
  await sql(`INSERT INTO user_role SELECT u.sid, 'student', NULL, 3, 1 FROM ${silent} AND EXISTS (SELECT FROM students t WHERE t.sourced_id = u.sid AND t."deletedAt" IS NULL)`)
  await sql(`INSERT INTO user_role SELECT u.sid, t.staff_type::text, NULL, 3, 1 FROM staff t, ${silent} AND t.sourced_id = u.sid AND t."deletedAt" IS NULL`)
  await sql(`INSERT INTO user_role SELECT u.sid, 'guardian', NULL, 3, 1 FROM ${silent} AND u.sid IN (
    SELECT unnest(agentSourcedIds) FROM inusers UNION SELECT sourced_id FROM guardians WHERE "deletedAt" IS NULL AND sourced_id IS NOT NULL)`)
  await complain(run, { code: 'user-without-role', file: 'users', reject: true }, `SELECT row, 'role', trim(givenName || ' ' || familyName), NULL::jsonb FROM ${silent}`)
  await sql(`CREATE TEMP TABLE person_role ON COMMIT DROP AS
    SELECT DISTINCT ON (sid, part) sid, part, role, begins FROM (SELECT *, ${part} AS part FROM user_role) r
    ORDER BY sid, part, rank, place`)
  await sql(`CREATE INDEX ON person_role (sid)`)
  await sql(`ANALYZE person_role`)
}

/** A person's campus: the primary organization, then the others, then where they learn or teach. */
const findCampuses = async (run: RosterRun) => {
  const { sql } = run
  await sql(`CREATE TEMP TABLE person_campus ON COMMIT DROP AS
    SELECT DISTINCT ON (c.sid) c.sid, i.id FROM (
      SELECT sid, primaryOrgSourcedId AS org, 0 AS rank, 0::bigint AS place FROM inusers WHERE primaryOrgSourcedId IS NOT NULL
      UNION ALL SELECT sid, org, rank, place FROM user_role WHERE org IS NOT NULL
      UNION ALL SELECT u.sid, o.org, 4, o.place FROM inusers u, unnest(u.orgSourcedIds) WITH ORDINALITY AS o (org, place)
      UNION ALL SELECT e.userSourcedId, k.schoolSourcedId, 5, e.row FROM inenrollments e JOIN inclasses k ON k.sid = e.classSourcedId WHERE ${usable('e')}) c
    JOIN org_school s ON s.org = c.org JOIN ids_campuses i ON i.sid = s.school AND i.id IS NOT NULL
    ORDER BY c.sid, c.rank, c.place`)
  await sql(`INSERT INTO person_campus SELECT t.sourced_id, t."campusId" FROM students t WHERE t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND NOT EXISTS (SELECT FROM person_campus p WHERE p.sid = t.sourced_id)`)
  await sql(`INSERT INTO person_campus SELECT t.sourced_id, t."campusId" FROM staff t WHERE t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND NOT EXISTS (SELECT FROM person_campus p WHERE p.sid = t.sourced_id)`)
  await sql(`CREATE TEMP TABLE first_campus ON COMMIT DROP AS SELECT id, label AS name FROM plan_campuses WHERE kind <> 'gone' ORDER BY row, sid LIMIT 1`)
  await sql(`INSERT INTO first_campus SELECT id, name FROM campuses WHERE "deletedAt" IS NULL AND NOT EXISTS (SELECT FROM first_campus) ORDER BY name, id LIMIT 1`)
  const homeless = (part: string) => `inusers u JOIN person_role r ON r.sid = u.sid AND r.part = '${part}' WHERE ${usable('u')} AND NOT EXISTS (SELECT FROM person_campus c WHERE c.sid = u.sid)`
  const org = `coalesce(u.primaryOrgSourcedId, u.orgSourcedIds[1], (SELECT org FROM user_role o WHERE o.sid = u.sid LIMIT 1))`
  await complain(run, { code: 'user-campus-assumed', file: 'users' }, `SELECT u.row, 'orgSourcedIds', ${org}, jsonb_build_object('campus', f.name) FROM first_campus f, ${homeless('staff')}`)
  await sql(`INSERT INTO person_campus SELECT u.sid, f.id FROM first_campus f, ${homeless('staff')}`)
  await complain(run, { code: 'user-campus-unknown', file: 'users', reject: true }, `SELECT u.row, 'orgSourcedIds', ${org}, NULL::jsonb FROM ${homeless('student')}`)
  await sql(`CREATE INDEX ON person_campus (sid)`)
  await sql(`ANALYZE person_campus`)
}

const personOf = (part: string) => `FROM inusers u JOIN person_role r ON r.sid = u.sid AND r.part = '${part}' JOIN person_campus c ON c.sid = u.sid`
const name = `trim(u.givenName || ' ' || u.familyName)`
const contact = `u.email, coalesce(u.phone, u.sms) AS phone`

const planStudents = async (run: RosterRun) => {
  const { sql } = run
  await complain(run, { code: 'reference-ignored', file: 'demographics' },
    `SELECT row, 'sourcedId', sid, NULL::jsonb FROM indemographics d WHERE ${usable('d')} AND $1 = 'bulk' AND NOT EXISTS (SELECT FROM inusers u WHERE u.sid = d.sid)`, [run.modes.users])
  const credible = `d.birthDate > '1900-01-01' AND d.birthDate <= ${today}`
  await complain(run, { code: 'cell-date-dropped', file: 'demographics' }, `SELECT row, 'birthDate', birthDate::text, NULL::jsonb FROM indemographics d WHERE ${usable('d')} AND NOT (${credible})`)
  await sql(`CREATE TEMP TABLE want_students ON COMMIT DROP AS
    SELECT u.row, u.sid, ${name} AS label, u.givenName AS first_name, u.familyName AS last_name, ${contact}, c.id AS "campusId",
      u.identifier AS student_number, u.preferredGivenName AS preferred_name, d.sex::enum_students_gender AS gender,
      CASE WHEN ${credible} THEN d.birthDate END AS date_of_birth, (CASE WHEN r.begins > ${today} THEN 'expected' ELSE 'active' END)::enum_students_status AS status, r.begins AS enrollment_date
    ${personOf('student')} LEFT JOIN indemographics d ON d.sid = u.sid AND ${usable('d')} WHERE ${usable('u')}`)
  await planEntity(run, rosterEntity('students'))
  await findLeavers(run, 'students', `coalesce((SELECT r.day FROM role_left r WHERE r.sid = split_part(x.sid, '~', 1) AND r.part = 'student'), ${today})`)
  await planFurtherCampuses(run)
}

/** Schools of a student beside the own one: named with the student, or those where the student has a seat. */
const planFurtherCampuses = async (run: RosterRun) => {
  await run.sql(`CREATE TEMP TABLE want_student_campuses ON COMMIT DROP AS
    WITH place AS (
      SELECT u.sid, unnest(u.orgSourcedIds) AS org FROM inusers u WHERE ${usable('u')} UNION SELECT r.sid, r.org FROM user_role r WHERE r.role = 'student' AND r.org IS NOT NULL
      UNION SELECT e.userSourcedId, k.schoolSourcedId FROM inenrollments e JOIN inclasses k ON k.sid = e.classSourcedId AND ${usable('k')} WHERE ${usable('e')} AND e.role = 'student' AND coalesce(e.endDate > e.beginDate, true))
    SELECT DISTINCT ON (i.id, c.id) s.row, s.sid || '>' || k.school AS sid, s.label, i.id AS "studentId", c.id AS "campusId" FROM place o JOIN want_students s ON s.sid = o.sid JOIN ids_students i ON i.sid = s.sid AND i.id IS NOT NULL
    JOIN org_school k ON k.org = o.org JOIN ids_campuses c ON c.sid = k.school AND c.id IS NOT NULL AND c.id <> s."campusId" ORDER BY i.id, c.id, s.row`)
  await planEntity(run, rosterEntity('student_campuses'))
}

/** Staff, students and guardians. No sign-in accounts are made and nobody is written to. */
export const planPeople = async (run: RosterRun) => {
  await findRoles(run)
  await findCampuses(run)
  await run.sql(`CREATE TEMP TABLE want_staff ON COMMIT DROP AS
    SELECT u.row, u.sid, ${name} AS label, u.givenName AS first_name, u.familyName AS last_name, ${contact}, c.id AS "campusId",
      u.identifier AS employee_number, CASE r.role WHEN 'aide' THEN 'assistant' ELSE r.role END::enum_staff_staff_type AS staff_type, (CASE WHEN r.begins > ${today} THEN 'expected' ELSE 'active' END)::enum_staff_status AS status
    ${personOf('staff')} WHERE ${usable('u')}`)
  await planEntity(run, rosterEntity('staff'))
  await findLeavers(run, 'staff', `coalesce((SELECT r.day FROM role_left r WHERE r.sid = split_part(x.sid, '~', 1) AND r.part = 'staff'), ${today})`)
  await planStudents(run)
  await planGuardians(run)
}
