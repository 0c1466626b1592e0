import 'server-only'
import { rosterEntity } from './roster-entities.sql.server'
import { complain, type RosterRun } from './roster-staging.sql.server'

/**
 * Who or what leaves with this set, or has left by an earlier one, each with the first day that is no longer theirs:
 * what hangs on it ends from that day.
 */
export const findLeavers = async ({ sql }: RosterRun, name: 'staff' | 'students' | 'classes', day: string) => {
  await sql(`CREATE TEMP TABLE left_${name} ON COMMIT DROP AS SELECT x.id, ${day} AS day FROM (
    SELECT id, sid FROM plan_${name} WHERE kind = 'gone'
    UNION ALL SELECT t.id, t.sourced_id FROM ${name} t WHERE t."deletedAt" IS NULL AND t."importHash" LIKE '!%' AND t.status NOT IN (${name === 'staff' ? `'active', 'expected', 'on_leave'` : name === 'students' ? `'applicant', 'expected', 'active', 'on_leave', 'suspended'` : `'planned', 'active'`})
      AND NOT EXISTS (SELECT FROM plan_${name} p WHERE p.id = t.id)) x`)
  await sql(`CREATE INDEX ON left_${name} (id)`)
  await sql(`ANALYZE left_${name}`)
}

/** Which campuses a set speaks for: those of which it has people or classes. Of the others nothing is gone, only not in this set. */
export const findSchoolsOfSet = async (run: RosterRun) => {
  await run.sql(`CREATE TEMP TABLE set_campus ON COMMIT DROP AS SELECT DISTINCT i.id FROM (
      SELECT unnest(orgSourcedIds) AS org FROM inusers UNION SELECT primaryOrgSourcedId FROM inusers UNION SELECT orgSourcedId FROM inroles UNION SELECT schoolSourcedId FROM inclasses) named
    JOIN org_school s ON s.org = named.org JOIN ids_campuses i ON i.sid = s.school AND i.id IS NOT NULL`)
  await run.sql(`ANALYZE set_campus`)
  await complain(run, { code: 'org-without-rows', file: 'orgs' }, `SELECT o.row, 'name', o.name, NULL::jsonb FROM inorgs o JOIN ids_campuses i ON i.sid = o.sid AND i.id IS NOT NULL
    WHERE $1 = 'bulk' AND NOT o.bad AND NOT o.gone AND i.id NOT IN (SELECT id FROM set_campus) AND (EXISTS (SELECT FROM students t WHERE t."campusId" = i.id AND t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND t.status = 'active')
      OR EXISTS (SELECT FROM classes t WHERE t."campusId" = i.id AND t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND t.status = 'active'))`, [run.modes.users ?? run.modes.classes])
}

/** Lines about somebody who leaves do not keep that person: they end with the rest. */
export const endLinesOfLeavers = async (run: RosterRun) => {
  const gone = `NOT e.bad AND NOT e.gone AND ((e.role = 'student' AND t.kind = 'students') OR (e.role = 'teacher' AND t.kind = 'staff'))`
  await run.sql(`CREATE TEMP TABLE leaver_sid ON COMMIT DROP AS
    SELECT t.sourced_id AS sid, 'students' AS kind FROM left_students l JOIN students t ON t.id = l.id UNION SELECT t.sourced_id, 'staff' FROM left_staff l JOIN staff t ON t.id = l.id
    UNION SELECT sid, CASE part WHEN 'student' THEN 'students' ELSE part END FROM role_left`)
  await run.sql(`DELETE FROM leaver_sid l WHERE l.sid IN (SELECT i.sid FROM ids_students i WHERE i.id IS NOT NULL) AND l.kind = 'students' AND EXISTS (SELECT FROM plan_students p WHERE p.sid = l.sid AND p.kind <> 'gone')`)
  await run.sql(`DELETE FROM leaver_sid l WHERE l.kind = 'staff' AND EXISTS (SELECT FROM plan_staff p WHERE p.sid = l.sid AND p.kind <> 'gone')`)
  await complain(run, { code: 'enrollment-of-leaver', file: 'enrollments' }, `SELECT e.row, 'userSourcedId', e.userSourcedId, NULL::jsonb FROM inenrollments e JOIN leaver_sid t ON t.sid = e.userSourcedId WHERE ${gone}`)
  await run.sql(`UPDATE inenrollments e SET gone = true FROM leaver_sid t WHERE t.sid = e.userSourcedId AND ${gone}`)
}

const quiet = '--------'

/** Classes and lessons of a teacher who leaves have none until the set names another one. */
export const vacateLessons = async (run: RosterRun, name: 'classes' | 'class_subjects') => {
  const { fields } = rosterEntity(name)
  const column = name === 'classes' ? 'homeroom_teacherId' : 'teacherId'
  const at = 34 + 8 * fields.findIndex((field) => field.column === column)
  // What the set said of the teacher is forgotten, so that it counts as new when the teacher comes back.
  const forgotten = (hash: string) => `md5(${hash}) || ':' || overlay(substr(${hash}, 34) PLACING '${quiet}' FROM ${at - 33} FOR 8)`
  await run.sql(`UPDATE plan_${name} p SET "c_${column}" = true, "v_${column}" = NULL, kind = CASE WHEN kind = 'same' THEN 'changed' ELSE kind END, hash = ${forgotten('p.hash')} FROM left_staff l WHERE l.id = p."v_${column}" AND p.kind <> 'gone'`)
  await run.sql(`INSERT INTO plan_${name} (row, sid, label, id, told, t_sid, kind, hash, ${fields.map((f) => `"c_${f.column}", "v_${f.column}"`).join(', ')})
    SELECT NULL, t.sourced_id, ${rosterEntity(name).label}, t.id, false, t.sourced_id, 'changed', CASE WHEN t."importHash" LIKE '________________________________:%' THEN ${forgotten('t."importHash"')} ELSE t."importHash" END,
      ${fields.map((f) => (f.column === column ? 'true, NULL' : `false, t."${f.column}"`)).join(', ')}
    FROM ${name} t JOIN left_staff l ON l.id = t."${column}" WHERE t."deletedAt" IS NULL AND t.status IN ('planned', 'active') AND NOT EXISTS (SELECT FROM plan_${name} p WHERE p.id = t.id)`)
}
