import 'server-only'
import { planEntity } from './roster-plan.sql.server'
import { rosterEntity } from './roster-entities.sql.server'
import { complain, type RosterRun } from './roster-staging.sql.server'

const usable = (alias: string) => `NOT ${alias}.bad AND NOT ${alias}.gone`
const name = `trim(u.givenName || ' ' || u.familyName)`

/** A delta names who changed: the mother of a new brother is known from his sister. */
const findAgents = async (run: RosterRun) => {
  const { sql } = run
  const named = `inusers u CROSS JOIN unnest(u.agentSourcedIds) a LEFT JOIN inusers o ON o.sid = a WHERE ${usable('u')}`
  await sql(`CREATE TEMP TABLE known_agent ON COMMIT DROP AS SELECT sourced_id AS agent, full_name, relationship FROM guardians
    WHERE ${run.modes.users === 'delta'} AND "deletedAt" IS NULL AND sourced_id IN (SELECT a FROM ${named} AND o.sid IS NULL)`)
  await complain(run, { code: 'reference-ignored', file: 'users' },
    `SELECT u.row, 'agentSourcedIds', a, NULL::jsonb FROM ${named} AND o.sid IS NULL AND NOT ($1 = 'delta' AND (a IN (SELECT agent FROM known_agent) OR a IN (SELECT sid FROM ids_students)))`, [run.modes.users])
  await complain(run, { code: 'agent-not-guardian', file: 'users' },
    `SELECT u.row, 'agentSourcedIds', a, NULL::jsonb FROM ${named} AND ${usable('o')} AND u.sid IN (SELECT sid FROM person_role WHERE part = 'student') AND NOT EXISTS (SELECT FROM person_role r WHERE r.sid = a AND r.part = 'agent')`)
}

/** Who answers for whom, whichever of the two the file says it with. */
const findChildren = async ({ sql, modes }: RosterRun) => {
  await sql(`CREATE TEMP TABLE agent_child ON COMMIT DROP AS
    SELECT l.agent, l.student, i.id AS "studentId" FROM (
      SELECT a AS agent, u.sid AS student FROM inusers u JOIN person_role r ON r.sid = u.sid AND r.part = 'student', unnest(u.agentSourcedIds) a WHERE ${usable('u')}
      UNION SELECT u.sid, a FROM inusers u JOIN person_role r ON r.sid = u.sid AND r.part = 'agent', unnest(u.agentSourcedIds) a WHERE ${usable('u')}
      UNION SELECT split_part(sourced_id, '>', 1), split_part(sourced_id, '>', 2) FROM guardian_links WHERE "deletedAt" IS NULL AND sourced_id IS NOT NULL AND ${modes.users === 'delta'}) l
    JOIN ids_students i ON i.sid = l.student AND i.id IS NOT NULL`)
  await sql(`CREATE INDEX ON agent_child (agent)`)
  await sql(`ANALYZE agent_child`)
}

/** With the link to the child one came with the row goes over to another child; with the last link one goes oneself. */
const planChildless = async ({ sql }: RosterRun) => {
  const columns = rosterEntity('guardians').fields.map(({ column }) => `"v_${column}"`).join(', ')
  const stays = `SELECT l."guardianId", l."studentId" FROM guardian_links l WHERE l."deletedAt" IS NULL AND NOT EXISTS (SELECT FROM plan_guardian_links p WHERE p.id = l.id)
    UNION ALL SELECT p."v_guardianId", p."v_studentId" FROM plan_guardian_links p WHERE p.kind <> 'gone'`
  await sql(`CREATE TEMP TABLE bereft ON COMMIT DROP AS
    SELECT t.id, bool_and(g.told) AS told, (SELECT s."studentId" FROM (${stays}) s WHERE s."guardianId" = t.id ORDER BY 1 LIMIT 1) AS child, bool_or(g."v_studentId" = t."studentId") AS own
    FROM plan_guardian_links g JOIN guardians t ON t.id = g."v_guardianId" AND t."deletedAt" IS NULL WHERE g.kind = 'gone' GROUP BY t.id`)
  await sql(`DELETE FROM plan_guardians p USING bereft b WHERE p.id = b.id AND b.child IS NULL`)
  await sql(`INSERT INTO plan_guardians (row, sid, label, id, told, kind, hash, ${columns})
    SELECT NULL, t.sourced_id, t.full_name, t.id, b.told, CASE WHEN b.child IS NULL THEN 'gone' ELSE 'same' END, CASE WHEN b.child IS NULL THEN '!' ELSE '' END || ltrim(coalesce(t."importHash", 'guardians>' || t.sourced_id), '!'),
      t.full_name, t.relationship, t.email, t.phone, t."studentId" FROM bereft b JOIN guardians t ON t.id = b.id WHERE NOT EXISTS (SELECT FROM plan_guardians p WHERE p.id = b.id)`)
  await sql(`UPDATE plan_guardians p SET kind = CASE p.kind WHEN 'same' THEN 'changed' ELSE p.kind END, "v_studentId" = b.child, "c_studentId" = true FROM bereft b WHERE p.id = b.id AND b.own AND b.child IS NOT NULL AND p.kind <> 'gone'`)
}

/** Each guardian once, with a link to each child. */
export const planGuardians = async (run: RosterRun) => {
  const { sql } = run
  await findAgents(run)
  await findChildren(run)
  await sql(`CREATE TEMP TABLE want_guardians ON COMMIT DROP AS
    SELECT u.row, u.sid, ${name} AS label, ${name} AS full_name, u.relationship::enum_guardians_relationship AS relationship,
      (CASE r.role WHEN 'guardian' THEN 'legal_guardian' WHEN 'relative' THEN 'other_relative' ELSE 'other' END)::enum_guardians_relationship AS assumed,
      u.email, coalesce(u.phone, u.sms) AS phone, NULL::uuid AS "studentId", (SELECT c."studentId" FROM agent_child c WHERE c.agent = u.sid ORDER BY c.student LIMIT 1) AS child
    FROM inusers u JOIN person_role r ON r.sid = u.sid AND r.part = 'agent' WHERE ${usable('u')} AND EXISTS (SELECT FROM agent_child c WHERE c.agent = u.sid)`)
  await complain(run, { code: 'guardian-without-student', file: 'users' },
    `SELECT u.row, 'agentSourcedIds', ${name}, NULL::jsonb FROM inusers u JOIN person_role r ON r.sid = u.sid AND r.part = 'agent' WHERE ${usable('u')} AND NOT EXISTS (SELECT FROM want_guardians w WHERE w.row = u.row)`)
  await sql(`CREATE TEMP TABLE agent_relation ON COMMIT DROP AS SELECT sid, label, relationship, assumed, row FROM want_guardians`)
  await planEntity(run, rosterEntity('guardians'))
  await sql(`CREATE TEMP TABLE want_guardian_links ON COMMIT DROP AS
    SELECT a.row, c.agent || '>' || c.student AS sid, a.label, g.id AS "guardianId", c."studentId", a.relationship, a.assumed FROM agent_relation a JOIN agent_child c ON c.agent = a.sid JOIN ids_guardians g ON g.sid = a.sid AND g.id IS NOT NULL
    UNION ALL SELECT u.row, c.agent || '>' || c.student, k.full_name, g.id, c."studentId", NULL, k.relationship
    FROM known_agent k JOIN agent_child c ON c.agent = k.agent JOIN inusers u ON u.sid = c.student AND ${usable('u')} JOIN ids_guardians g ON g.sid = k.agent AND g.id IS NOT NULL
    WHERE NOT EXISTS (SELECT FROM guardian_links l WHERE l.sourced_id = c.agent || '>' || c.student)`)
  await planEntity(run, rosterEntity('guardian_links'))
  await planChildless(run)
}
