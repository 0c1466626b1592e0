import 'server-only'
import { findSchoolsOfSet } from './roster-leavers.sql.server'
import { planEntity } from './roster-plan.sql.server'
import { rosterEntity, today } from './roster-entities.sql.server'
import { complain, type RosterRun } from './roster-staging.sql.server'

const usable = (alias: string) => `NOT ${alias}.bad AND NOT ${alias}.gone`

/** Campuses, years and terms stay, whatever a set says of them: too much hangs on them. */
export const sayWhatStays = async (run: RosterRun) => {
  await complain(run, { code: 'row-stays', file: 'orgs' }, `SELECT o.row, 'status', t.name, NULL::jsonb FROM inorgs o JOIN campuses t ON t.sourced_id = o.sid AND t."deletedAt" IS NULL WHERE o.gone`)
  await complain(run, { code: 'row-stays', file: 'academicSessions' }, `SELECT s.row, 'status', t.name, NULL::jsonb FROM inacademicsessions s
    JOIN (SELECT sourced_id, name FROM academic_years WHERE "deletedAt" IS NULL UNION ALL SELECT sourced_id, name FROM terms WHERE "deletedAt" IS NULL) t ON t.sourced_id = s.sid WHERE s.gone`)
}

/** Schools become campuses; what stands below a school is that school, what stands above is the organization itself. */
export const planCampuses = async (run: RosterRun) => {
  const { sql } = run
  await sql(`CREATE TEMP TABLE org_school ON COMMIT DROP AS
    WITH RECURSIVE up AS (
      SELECT sid AS org, sid AS at, type, parentSourcedId AS parent, 0 AS depth FROM inorgs WHERE NOT bad
      UNION ALL
      SELECT up.org, o.sid, o.type, o.parentSourcedId, up.depth + 1 FROM up JOIN inorgs o ON o.sid = up.parent AND NOT o.bad
      WHERE up.type <> 'school' AND up.depth < 20)
    SELECT DISTINCT ON (org) org, at AS school FROM up WHERE type = 'school' ORDER BY org, depth`)
  await complain(run, { code: 'org-district-kept', file: 'orgs' }, `SELECT row, 'type', name, NULL::jsonb FROM inorgs o WHERE ${usable('o')} AND type IN ('district', 'local', 'state', 'national')`)
  await complain(run, { code: 'org-department-as-campus', file: 'orgs' },
    `SELECT row, 'type', name, NULL::jsonb FROM inorgs o WHERE ${usable('o')} AND type = 'department' AND NOT EXISTS (SELECT FROM org_school s WHERE s.org = o.sid)`)
  await sql(`INSERT INTO org_school SELECT sid, sid FROM inorgs o WHERE ${usable('o')} AND type = 'department' AND NOT EXISTS (SELECT FROM org_school s WHERE s.org = o.sid)`)
  await sql(`INSERT INTO org_school SELECT sourced_id, sourced_id FROM campuses WHERE "deletedAt" IS NULL AND sourced_id IS NOT NULL AND NOT EXISTS (SELECT FROM inorgs o WHERE o.sid = sourced_id)`)
  await complain(run, { code: 'reference-ignored', file: 'orgs' },
    `SELECT row, 'parentSourcedId', parentSourcedId, NULL::jsonb FROM inorgs o WHERE ${usable('o')} AND parentSourcedId IS NOT NULL AND NOT EXISTS (SELECT FROM inorgs p WHERE p.sid = o.parentSourcedId) AND $1 = 'bulk'`, [run.modes.orgs])
  await sql(`CREATE TEMP TABLE want_campuses ON COMMIT DROP AS
    SELECT o.row, o.sid, o.name AS label, o.name, o.identifier AS code
    FROM inorgs o JOIN org_school s ON s.org = o.sid AND s.school = o.sid WHERE ${usable('o')}`)
  // A code of several is nobody's.
  const shared = `lower(code) IN (SELECT lower(code) FROM want_campuses GROUP BY 1 HAVING count(*) > 1)`
  await complain(run, { code: 'org-code-twice', file: 'orgs' }, `SELECT row, 'identifier', name, jsonb_build_object('number', code) FROM want_campuses WHERE ${shared}`)
  await sql(`UPDATE want_campuses SET code = NULL WHERE ${shared}`)
  await planEntity(run, rosterEntity('campuses'))
  await findSchoolsOfSet(run)
}

/** Years of the same title and dates are one year here; terms without a year get one made of their own dates. */
const findYears = async (run: RosterRun) => {
  const { sql } = run
  await complain(run, { code: 'session-dates', file: 'academicSessions', reject: true },
    `SELECT row, 'endDate', endDate::text, jsonb_build_object('start', startDate::text) FROM inacademicsessions s WHERE ${usable('s')} AND endDate - 1 <= startDate - (type <> 'schoolYear')::int`)
  await sql(`CREATE TEMP TABLE year_alias ON COMMIT DROP AS
    SELECT sid, row, first_value(sid) OVER (PARTITION BY lower(title), startDate, endDate ORDER BY row) AS year, title, schoolYear, startDate AS starts, endDate AS ends FROM inacademicsessions s WHERE ${usable('s')} AND type = 'schoolYear'`)
  await complain(run, { code: 'session-year-merged', file: 'academicSessions' }, `SELECT row, 'title', title, jsonb_build_object('year', year) FROM year_alias WHERE year <> sid`)
  await sql(`CREATE TEMP TABLE session_year ON COMMIT DROP AS
    WITH RECURSIVE up AS (
      SELECT sid AS session, sid AS at, type, parentSourcedId AS parent, 0 AS depth FROM inacademicsessions s WHERE ${usable('s')}
      UNION ALL
      SELECT up.session, s.sid, s.type, s.parentSourcedId, up.depth + 1 FROM up JOIN inacademicsessions s ON s.sid = up.parent AND ${usable('s')}
      WHERE up.type <> 'schoolYear' AND up.depth < 20)
    SELECT DISTINCT ON (up.session) up.session, a.year, NULL::uuid AS id FROM up JOIN year_alias a ON a.sid = up.at WHERE up.type = 'schoolYear' ORDER BY up.session, up.depth`)
  const lost = `inacademicsessions s WHERE ${usable('s')} AND NOT EXISTS (SELECT FROM session_year k WHERE k.session = s.sid)`
  await sql(`INSERT INTO session_year SELECT s.sid, (SELECT min(year) FROM year_alias a WHERE a.schoolYear = s.schoolYear), NULL
    FROM ${lost} AND 1 = (SELECT count(DISTINCT year) FROM year_alias a WHERE a.schoolYear = s.schoolYear)`)
  // Of the years of several schools the one that begins last before the term: a term of a school begins with its own year or after.
  await sql(`INSERT INTO session_year SELECT DISTINCT ON (s.sid) s.sid, a.year, NULL FROM year_alias a, ${lost}
    AND a.starts <= s.startDate AND a.ends >= s.endDate ORDER BY s.sid, a.schoolYear IS NOT DISTINCT FROM s.schoolYear DESC, a.starts DESC, a.row`)
  await sql(`INSERT INTO session_year SELECT DISTINCT ON (s.sid) s.sid, NULL, y.id FROM academic_years y, ${lost}
    AND y."deletedAt" IS NULL AND y.start_date <= s.startDate AND y.end_date >= s.endDate - 1 ORDER BY s.sid, y.start_date DESC, y.id`)
  await sql(`CREATE TEMP TABLE derived_year ON COMMIT DROP AS
    SELECT min(row) AS row, 'year:' || coalesce(schoolYear, extract(year FROM endDate)::text) AS sid, min(startDate) AS starts, max(endDate) - 1 AS ends FROM ${lost} GROUP BY 2`)
  await sql(`INSERT INTO session_year SELECT s.sid, 'year:' || coalesce(schoolYear, extract(year FROM endDate)::text), NULL FROM ${lost}`)
  await complain(run, { code: 'session-year-derived', file: 'academicSessions' },
    `SELECT row, 'parentSourcedId', NULL::text, jsonb_build_object('start', starts::text, 'end', ends::text) FROM derived_year`)
}

/** Two schools may call years of different dates the same: the first keeps the title, the others add their school's name. */
const nameYears = async ({ sql }: RosterRun) => {
  await sql(`CREATE TEMP TABLE year_school ON COMMIT DROP AS
    SELECT y.year, min(coalesce((SELECT label FROM plan_campuses p WHERE p.sid = s.school LIMIT 1), (SELECT name FROM campuses c WHERE c.sourced_id = s.school AND c."deletedAt" IS NULL))) AS school
    FROM inclasses k CROSS JOIN unnest(k.termSourcedIds) t JOIN session_year y ON y.session = t JOIN org_school s ON s.org = k.schoolSourcedId GROUP BY 1 HAVING count(DISTINCT s.school) = 1`)
  await sql(`CREATE TEMP TABLE year_name ON COMMIT DROP AS
    WITH own AS (SELECT sid, row, title, starts, ends, row_number() OVER (PARTITION BY lower(title) ORDER BY row) AS place FROM year_alias WHERE year = sid),
    named AS (SELECT o.*, CASE WHEN place > 1 OR EXISTS (SELECT FROM academic_years y WHERE y."deletedAt" IS NULL AND lower(y.name) = lower(o.title) AND y.sourced_id <> o.sid AND (y.start_date, y.end_date) <> (o.starts, o.ends - 1)
        AND NOT EXISTS (SELECT FROM own w WHERE w.sid = y.sourced_id AND w.place = 1 AND w.sid <> o.sid)) THEN title || ' (' || coalesce((SELECT school FROM year_school s WHERE s.year = o.sid), sid) || ')' ELSE title END AS name FROM own o)
    SELECT sid, CASE WHEN row_number() OVER (PARTITION BY lower(name) ORDER BY row) > 1 THEN title || ' (' || sid || ')' ELSE name END AS name FROM named`)
}

export const planYearsAndTerms = async (run: RosterRun) => {
  const { sql } = run
  await findYears(run)
  await nameYears(run)
  await sql(`CREATE TEMP TABLE want_academic_years ON COMMIT DROP AS
    SELECT s.row, s.sid, n.name AS label, n.name, s.startDate AS start_date, s.endDate - 1 AS end_date FROM inacademicsessions s JOIN year_name n ON n.sid = s.sid
    UNION ALL
    SELECT row, sid, name, name, starts, greatest(ends, starts + 1) FROM (SELECT *, concat_ws('-', extract(year FROM starts)::text, nullif(extract(year FROM ends)::text, extract(year FROM starts)::text)) AS name FROM derived_year) d`)
  await planEntity(run, rosterEntity('academic_years'))
  await sql(`UPDATE session_year s SET id = i.id FROM ids_academic_years i WHERE i.sid = s.year`)
  await sql(`CREATE TEMP TABLE want_terms ON COMMIT DROP AS
    SELECT s.row, s.sid, s.title AS label, s.title AS name, s.type::enum_terms_term_type AS term_type, s.startDate AS start_date, s.endDate - 1 AS end_date, y.id AS "academic_yearId"
    FROM inacademicsessions s JOIN session_year y ON y.session = s.sid AND y.id IS NOT NULL WHERE ${usable('s')} AND s.type <> 'schoolYear'`)
  await planEntity(run, rosterEntity('terms'))
  await sql(`CREATE TEMP TABLE session_found ON COMMIT DROP AS
    SELECT y.session AS sid, y.id AS year_id, s.startDate AS start_date, s.endDate - 1 AS end_date FROM session_year y JOIN inacademicsessions s ON s.sid = y.session AND ${usable('s')} WHERE y.id IS NOT NULL
    UNION ALL SELECT t.sourced_id, t."academic_yearId", t.start_date, t.end_date FROM terms t WHERE t."deletedAt" IS NULL AND t.sourced_id IS NOT NULL AND NOT EXISTS (SELECT FROM inacademicsessions s WHERE s.sid = t.sourced_id)
    UNION ALL SELECT y.sourced_id, y.id, y.start_date, y.end_date FROM academic_years y WHERE y."deletedAt" IS NULL AND y.sourced_id IS NOT NULL AND NOT EXISTS (SELECT FROM inacademicsessions s WHERE s.sid = y.sourced_id)`)
  await sql(`CREATE TEMP TABLE year_dates ON COMMIT DROP AS
    SELECT id, start_date, end_date FROM academic_years y WHERE y."deletedAt" IS NULL AND NOT EXISTS (SELECT FROM plan_academic_years p WHERE p.id = y.id)
    UNION ALL SELECT id, v_start_date, v_end_date FROM plan_academic_years`)
  await sql(`CREATE TEMP TABLE assumed_year ON COMMIT DROP AS
    SELECT id, name FROM (
      SELECT y.id, y.name, 1 AS rank FROM academic_years y WHERE current AND "deletedAt" IS NULL
      UNION ALL SELECT p.id, p.v_name, 2 FROM plan_academic_years p WHERE ${today} BETWEEN p.v_start_date AND p.v_end_date
      UNION ALL SELECT p.id, p.v_name, 3 FROM plan_academic_years p WHERE 1 = (SELECT count(*) FROM plan_academic_years)) a ORDER BY rank, name LIMIT 1`)
}
