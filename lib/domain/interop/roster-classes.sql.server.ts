import 'server-only'
import { endLinesOfLeavers, findLeavers, vacateLessons } from './roster-leavers.sql.server'
import { planEntity } from './roster-plan.sql.server'
import { meeting, rosterEntity, today } from './roster-entities.sql.server'
import { complain, type RosterRun } from './roster-staging.sql.server'

const usable = (alias: string) => `NOT ${alias}.bad AND NOT ${alias}.gone`
const nobody = '00000000-0000-0000-0000-000000000000'

/** What a code of the file is called here; `id` is a grade that exists. */
export type GradeName = { raw: string; code: string; name: string; order: number; id: string | null; known: boolean }
export type GradeNaming = (raws: string[], existing: { id: string; code: string; name: string }[]) => GradeName[]

/** What a class that is here already is taken for where its line says nothing: a delta names what changed, and its course is seldom in it. */
const findClasses = async ({ sql }: RosterRun) => {
  await sql(`CREATE TEMP TABLE class_here ON COMMIT DROP AS
    SELECT k.sid, t.id, t.name, t.class_type::text AS kind, t."academic_yearId" AS year_id FROM inclasses k JOIN classes t ON t.sourced_id = k.sid AND t."deletedAt" IS NULL WHERE ${usable('k')}`)
  await sql(`CREATE TEMP TABLE class_kind ON COMMIT DROP AS
    SELECT k.sid, coalesce(k.classType, h.kind, 'scheduled') AS kind, h.id IS NOT NULL AND k.subjects IS NULL AND c.sid IS NULL
      AND EXISTS (SELECT FROM class_subjects s WHERE s."classId" = h.id AND s.sourced_id IS NOT NULL AND s."deletedAt" IS NULL AND coalesce(s."importHash", '') NOT LIKE '!%') AS keeps
    FROM inclasses k LEFT JOIN class_here h ON h.sid = k.sid LEFT JOIN incourses c ON c.sid = k.courseSourcedId AND ${usable('c')} WHERE ${usable('k')}`)
  await sql(`CREATE INDEX ON class_kind (sid)`)
  await sql(`ANALYZE class_kind`)
}

/** A new class needs one grade: its own, else its course's, else what most of its students are in. */
const planGrades = async (run: RosterRun, nameGrades: GradeNaming) => {
  const { sql } = run
  await sql(`CREATE TEMP TABLE class_grade ON COMMIT DROP AS
    SELECT k.sid, k.row, coalesce(k.grades, c.grades) AS stated, coalesce(k.grades[1], c.grades[1]) AS raw FROM inclasses k LEFT JOIN incourses c ON c.sid = k.courseSourcedId AND ${usable('c')}
    WHERE ${usable('k')} AND (coalesce(k.grades, c.grades) IS NOT NULL OR NOT EXISTS (SELECT FROM class_here h WHERE h.sid = k.sid))`)
  await sql(`UPDATE class_grade g SET raw = m.grade FROM (
      SELECT e.classSourcedId AS sid, mode() WITHIN GROUP (ORDER BY u.grades[1]) AS grade FROM inenrollments e JOIN inusers u ON u.sid = e.userSourcedId
      WHERE e.role = 'student' AND u.grades IS NOT NULL AND e.classSourcedId IN (SELECT sid FROM class_grade WHERE raw IS NULL) GROUP BY 1) m
    WHERE m.sid = g.sid AND g.raw IS NULL`)
  await sql(`UPDATE class_grade SET raw = 'Other' WHERE raw IS NULL`)
  const raws = await sql<{ raw: string }>(`SELECT DISTINCT raw FROM class_grade`)
  const existing = await sql<{ id: string; code: string; name: string }>(`SELECT id, code, name FROM grades WHERE "deletedAt" IS NULL ORDER BY sort_order, id`)
  const named = nameGrades(raws.map(({ raw }) => raw), existing)
  await sql(`CREATE TEMP TABLE grade_name ON COMMIT DROP AS
    SELECT raw, code, coalesce(id, first_value(uuid) OVER (PARTITION BY code ORDER BY raw)) AS id, id IS NULL AS is_new, name, sort FROM
      (SELECT *, uuid_v7() AS uuid FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::uuid[]) AS g (raw, code, name, sort, id)) g`,
  [named.map((g) => g.raw), named.map((g) => g.code), named.map((g) => g.name), named.map((g) => g.order), named.map((g) => g.id)])
  await complain(run, { code: 'class-grade-unknown', file: 'classes' }, `SELECT row, 'grades', raw, jsonb_build_object('grade', raw) FROM class_grade WHERE stated IS NOT NULL AND raw = ANY($1::text[])`, [named.flatMap(({ raw, known }) => (known ? [] : [raw]))])
  await complain(run, { code: 'class-several-grades', file: 'classes' }, `SELECT row, 'grades', array_to_string(stated, ', '), jsonb_build_object('grade', name) FROM class_grade JOIN grade_name USING (raw) WHERE cardinality(stated) > 1`)
  await complain(run, { code: 'class-grade-assumed', file: 'classes' }, `SELECT row, 'grades', NULL::text, jsonb_build_object('grade', name) FROM class_grade JOIN grade_name USING (raw) WHERE stated IS NULL`)
  await sql(`CREATE TEMP TABLE plan_grades ON COMMIT DROP AS
    SELECT DISTINCT ON (id) NULL::int AS row, NULL::text AS sid, name AS label, id, false AS told, CASE WHEN is_new THEN 'new' ELSE 'same' END AS kind, NULL::text AS hash,
      true AS c_code, code AS v_code, true AS c_name, name AS v_name, true AS c_sort_order, sort AS v_sort_order FROM grade_name ORDER BY id, raw`)
}

/** Subjects come from the class, else from its course; without any, the course's or the class's title is the subject. */
const planSubjects = async (run: RosterRun) => {
  const { sql } = run
  await complain(run, { code: 'class-subject-from-title', file: 'classes' },
    `SELECT k.row, 'courseSourcedId', k.courseSourcedId, jsonb_build_object('title', k.title) FROM inclasses k JOIN class_kind n ON n.sid = k.sid AND n.kind = 'scheduled' AND NOT n.keeps WHERE ${usable('k')} AND k.subjects IS NULL
      AND NOT EXISTS (SELECT FROM incourses c WHERE c.sid = k.courseSourcedId AND ${usable('c')})`)
  await sql(`CREATE TEMP TABLE class_topic ON COMMIT DROP AS
    SELECT k.sid, k.row, t.name, coalesce(t.code, nullif(upper(trim(BOTH '-' FROM regexp_replace(search_key(t.name), '[^a-z0-9]+', '-', 'g'))), ''), 'S-' || left(md5(t.name), 8)) AS code
    FROM inclasses k JOIN class_kind n ON n.sid = k.sid AND n.kind = 'scheduled' AND NOT n.keeps LEFT JOIN incourses c ON c.sid = k.courseSourcedId AND ${usable('c')}
    CROSS JOIN LATERAL (
      SELECT p.name, p.code FROM unnest(coalesce(k.subjects, c.subjects), coalesce(k.subjectCodes, CASE WHEN k.subjects IS NULL THEN c.subjectCodes END)) AS p (name, code) WHERE p.name IS NOT NULL
      UNION ALL SELECT coalesce(c.title, k.title), coalesce(k.subjectCodes[1], c.subjectCodes[1], c.courseCode) WHERE coalesce(k.subjects, c.subjects) IS NULL) t
    WHERE ${usable('k')}`)
  await sql(`CREATE TEMP TABLE want_subjects ON COMMIT DROP AS
    SELECT DISTINCT ON (lower(code)) row, 'subject:' || lower(code) AS sid, name AS label, name, code FROM class_topic ORDER BY lower(code), row`)
  await planEntity(run, rosterEntity('subjects'))
}

/** Whose a class is: the one who teaches it today, or on its first or last day when it has not begun or is over. The others are known with their days. */
const teachersOf = async (run: RosterRun) => {
  const { sql } = run
  await sql(`CREATE TEMP TABLE teaching ON COMMIT DROP AS
    SELECT e.row, e.sid, e.classSourcedId AS class, e.userSourcedId AS person, i.id, greatest(e.beginDate, CASE WHEN r.begins > ${today} THEN r.begins END) AS begins, e.endDate AS ends, coalesce(e."primary", true) AS main,
      greatest(least(${today}, y.ends), y.starts) AS day, y.ends < ${today} AS over
    FROM inenrollments e JOIN ids_staff i ON i.sid = e.userSourcedId AND i.id IS NOT NULL LEFT JOIN person_role r ON r.sid = e.userSourcedId AND r.part = 'staff' LEFT JOIN class_year y ON y.sid = e.classSourcedId
    WHERE ${usable('e')} AND e.role = 'teacher'`)
  await sql(`CREATE TEMP TABLE class_teacher ON COMMIT DROP AS
    SELECT row, class AS sid, person, id, row_number() OVER (PARTITION BY class ORDER BY current DESC, main DESC, begins DESC NULLS LAST, row) AS place, current
    FROM (SELECT *, coalesce(begins <= coalesce(day, ${today}), true) AND coalesce(ends > coalesce(day, ${today}), true) AS current FROM teaching) t WHERE current OR over AND coalesce(begins <= day, true)`)
  await sql(`CREATE INDEX ON class_teacher (sid)`)
  await complain(run, { code: 'enrollment-co-teacher', file: 'enrollments' }, `SELECT row, 'userSourcedId', person, jsonb_build_object('class', sid) FROM class_teacher WHERE place > 1 AND current`)
  await complain(run, { code: 'enrollment-teacher-later', file: 'enrollments' }, `SELECT row, 'userSourcedId', person, jsonb_build_object('class', class, 'begin', begins::text) FROM teaching WHERE begins > coalesce(day, ${today})`)
}

/** Who teaches a class from when to when, as its lines say. */
const planTeaching = async (run: RosterRun) => {
  await run.sql(`CREATE TEMP TABLE want_class_teachers ON COMMIT DROP AS
    SELECT t.row, t.sid, coalesce(s.label, t.person) || ' · ' || coalesce(c.label, t.class) AS label, k.id AS "classId", t.id AS "staffId", coalesce(t.begins, '-infinity') AS starts_on, coalesce(t.ends - 1, 'infinity') AS ends_on, t.main
    FROM teaching t JOIN ids_classes k ON k.sid = t.class AND k.id IS NOT NULL LEFT JOIN plan_staff s ON s.id = t.id LEFT JOIN plan_classes c ON c.id = k.id WHERE coalesce(t.ends > t.begins, true)`)
  await planEntity(run, rosterEntity('class_teachers'))
}

/** The teacher, or nobody when the set says so: a bulk set without one, a delta that takes one away. Refused rows say nothing. */
const teacherOf = (run: RosterRun) => `(CASE WHEN h.id IS NOT NULL THEN h.id
  WHEN EXISTS (SELECT FROM inenrollments e WHERE e.classSourcedId = k.sid AND e.role = 'teacher' AND e.bad) THEN NULL
  WHEN ${run.modes.enrollments === 'bulk' ? 'true' : 'false'} OR EXISTS (SELECT FROM inenrollments e WHERE e.classSourcedId = k.sid AND e.role = 'teacher' AND e.gone) THEN '${nobody}'::uuid END)`

/**
 * A published timetable lets nobody teach two lessons at once. A lesson whose new teacher is busy keeps the one it has,
 * with a word, and is tried again the next time. Others' new teachers count, so that two may change places.
 */
const keepTeachersFree = async (run: RosterRun) => {
  await run.sql(`CREATE TEMP TABLE busy ON COMMIT DROP AS SELECT p.id, p.row, p.label, s.first_name || ' ' || s.last_name AS teacher FROM plan_class_subjects p JOIN staff s ON s.id = p."v_teacherId"
    WHERE p.kind IN ('changed', 'revived') AND p."c_teacherId" AND EXISTS (
      SELECT FROM ${meeting} LEFT JOIN plan_class_subjects o ON o.id = b."class_subjectId"
      WHERE a."class_subjectId" = p.id AND CASE WHEN o.id IS NULL THEN b."teacherId" ELSE o."v_teacherId" END = p."v_teacherId")`)
  await complain(run, { code: 'class-teacher-busy', file: 'classes' }, `SELECT row, 'userSourcedId', teacher, jsonb_build_object('class', label) FROM busy`)
  await run.sql(`UPDATE plan_class_subjects p SET "c_teacherId" = false, "v_teacherId" = t."teacherId", hash = md5(p.hash) || '!' || substr(p.hash, 34),
      kind = CASE WHEN p.kind = 'changed' AND NOT (p."c_classId" OR p."c_subjectId" OR p.c_status) THEN 'same' ELSE p.kind END
    FROM busy b, class_subjects t WHERE b.id = p.id AND t.id = p.id`)
}

const refuseClasses = async (run: RosterRun) => {
  const { sql } = run
  await complain(run, { code: 'reference-missing', file: 'classes', reject: true },
    `SELECT row, 'schoolSourcedId', schoolSourcedId, NULL::jsonb FROM inclasses k WHERE ${usable('k')} AND NOT EXISTS (SELECT FROM org_school s JOIN ids_campuses i ON i.sid = s.school AND i.id IS NOT NULL WHERE s.org = k.schoolSourcedId)`)
  await sql(`CREATE TEMP TABLE class_year ON COMMIT DROP AS
    SELECT DISTINCT ON (k.sid) k.sid, f.year_id, min(f.start_date) OVER (PARTITION BY k.sid) AS starts, max(f.end_date) OVER (PARTITION BY k.sid) AS ends, true AS told FROM inclasses k, unnest(k.termSourcedIds) WITH ORDINALITY AS t (term, place) JOIN session_found f ON f.sid = t.term ORDER BY k.sid, t.place`)
  await complain(run, { code: 'reference-ignored', file: 'classes' },
    `SELECT k.row, 'termSourcedIds', t, NULL::jsonb FROM inclasses k, unnest(k.termSourcedIds) t WHERE ${usable('k')} AND NOT EXISTS (SELECT FROM session_found f WHERE f.sid = t)`)
  await sql(`INSERT INTO class_year SELECT h.sid, h.year_id, d.start_date, NULL, false FROM class_here h JOIN year_dates d ON d.id = h.year_id WHERE NOT EXISTS (SELECT FROM class_year y WHERE y.sid = h.sid)`)
  const timeless = `inclasses k WHERE ${usable('k')} AND NOT EXISTS (SELECT FROM class_year y WHERE y.sid = k.sid)`
  await complain(run, { code: 'class-year-unknown', file: 'classes', reject: true }, `SELECT row, 'termSourcedIds', array_to_string(termSourcedIds, ', '), NULL::jsonb FROM ${timeless} AND NOT EXISTS (SELECT FROM assumed_year)`)
  await complain(run, { code: 'class-year-assumed', file: 'classes' }, `SELECT k.row, 'termSourcedIds', array_to_string(k.termSourcedIds, ', '), jsonb_build_object('year', a.name) FROM assumed_year a, ${timeless}`)
  await sql(`INSERT INTO class_year SELECT k.sid, a.id, d.start_date, NULL, false FROM assumed_year a JOIN year_dates d ON d.id = a.id, ${timeless}`)
}

export const planClasses = async (run: RosterRun, nameGrades: GradeNaming) => {
  const { sql } = run
  await findClasses(run)
  await refuseClasses(run)
  await planGrades(run, nameGrades)
  await planSubjects(run)
  await teachersOf(run)
  await sql(`CREATE TEMP TABLE want_classes ON COMMIT DROP AS
    WITH k AS (
      SELECT k.*, i.id AS campus, y.year_id, y.told, y.starts, y.ends, d.start_date, d.end_date, g.id AS grade, c.stated, n.kind FROM inclasses k JOIN class_kind n ON n.sid = k.sid
      JOIN org_school s ON s.org = k.schoolSourcedId JOIN ids_campuses i ON i.sid = s.school JOIN class_year y ON y.sid = k.sid JOIN year_dates d ON d.id = y.year_id
      LEFT JOIN class_grade c ON c.sid = k.sid LEFT JOIN grade_name g ON g.raw = c.raw WHERE ${usable('k')}),
    named AS (
      SELECT k.*, count(*) OVER (PARTITION BY campus, year_id, lower(title)) > 1 OR EXISTS (SELECT FROM classes o WHERE o."deletedAt" IS NULL AND o."campusId" = campus AND o."academic_yearId" = year_id
        AND lower(o.name) = lower(title) AND o.sourced_id <> k.sid AND (${run.modes.classes === 'delta'} OR o.sourced_id IN (SELECT sid FROM inclasses WHERE bad))) AS twin FROM k),
    coded AS (SELECT n.*, CASE WHEN twin THEN title || ' (' || coalesce(classCode, sid) || ')' ELSE title END AS coded FROM named n)
    SELECT k.row, k.sid, k.title AS label, CASE WHEN ${run.modes.classes === 'delta'} AND lower(o.name) IN (lower(title || ' (' || classCode || ')'), lower(title || ' (' || k.sid || ')')) THEN o.name WHEN count(*) OVER (PARTITION BY campus, k.year_id, lower(coded)) > 1 THEN title || ' (' || k.sid || ')' ELSE coded END AS name,
      k.classCode AS section, k.location AS room, k.classType::enum_classes_class_type AS class_type, k.kind::enum_classes_class_type AS kind, k.campus AS "campusId", CASE WHEN k.stated IS NOT NULL THEN k.grade END AS "gradeId", k.grade,
      CASE WHEN k.told THEN k.year_id END AS "academic_yearId", k.year_id,
      CASE WHEN k.kind = 'homeroom' THEN ${teacherOf(run)} END AS "homeroom_teacherId",
      (CASE WHEN k.start_date > ${today} THEN 'planned' WHEN k.end_date < ${today} THEN 'completed' ELSE 'active' END)::enum_classes_status AS status,
      CASE WHEN k.told THEN k.starts END AS starts_on, CASE WHEN k.told THEN k.ends END AS ends_on
    FROM coded k LEFT JOIN class_teacher h ON h.sid = k.sid AND h.place = 1 LEFT JOIN class_here o ON o.sid = k.sid`)
  await planEntity(run, rosterEntity('classes'))
  await vacateLessons(run, 'classes')
  await findLeavers(run, 'classes', today)
  await sql(`CREATE TEMP TABLE want_class_subjects ON COMMIT DROP AS
    WITH lesson AS (
      SELECT t.sid AS class, t.sid || '>' || lower(t.code) AS sid, t.name, t.code, s.id AS subject FROM class_topic t JOIN ids_subjects s ON s.sid = 'subject:' || lower(t.code) AND s.id IS NOT NULL
      UNION ALL SELECT n.sid, t.sourced_id, s.name, s.code, s.id FROM class_kind n JOIN class_here o ON o.sid = n.sid JOIN class_subjects t ON t."classId" = o.id AND t.sourced_id IS NOT NULL AND t."deletedAt" IS NULL AND coalesce(t."importHash", '') NOT LIKE '!%'
        JOIN subjects s ON s.id = t."subjectId" WHERE n.keeps)
    SELECT DISTINCT ON (w.sid, t.subject) w.row, t.sid, w.label || ' · ' || t.name AS label, i.id AS "classId", t.subject AS "subjectId", ${teacherOf(run).replaceAll('k.sid', 'w.sid')} AS "teacherId",
      w.status::text::enum_class_subjects_status AS status
    FROM want_classes w JOIN ids_classes i ON i.sid = w.sid AND i.id IS NOT NULL JOIN lesson t ON t.class = w.sid
    LEFT JOIN class_teacher h ON h.sid = w.sid AND h.place = 1 ORDER BY w.sid, t.subject, t.code`)
  await planEntity(run, rosterEntity('class_subjects'), () => keepTeachersFree(run))
  await vacateLessons(run, 'class_subjects')
  await planTeaching(run)
}

/** A line about somebody who is no student (or no teacher) here is refused; it is never guessed. Before classes, which need teachers. */
export const checkEnrolledPeople = async (run: RosterRun) => {
  await endLinesOfLeavers(run)
  await complain(run, { code: 'enrollment-role-ignored', file: 'enrollments' }, `SELECT row, 'role', role, NULL::jsonb FROM inenrollments e WHERE ${usable('e')} AND role NOT IN ('student', 'teacher')`)
  for (const [role, table, other] of [['student', 'students', 'staff'], ['teacher', 'staff', 'students']]) {
    const stranger = `inenrollments e WHERE ${usable('e')} AND role = '${role}' AND NOT EXISTS (SELECT FROM ids_${table} i WHERE i.sid = e.userSourcedId)`
    await complain(run, { code: 'enrollment-role-mismatch', file: 'enrollments', reject: true }, `SELECT row, 'userSourcedId', userSourcedId, jsonb_build_object('role', role) FROM ${stranger} AND EXISTS (SELECT FROM ids_${other} i WHERE i.sid = e.userSourcedId)`)
    await complain(run, { code: 'reference-missing', file: 'enrollments', reject: true }, `SELECT row, 'userSourcedId', userSourcedId, NULL::jsonb FROM ${stranger}`)
  }
  await complain(run, { code: 'enrollment-no-show', file: 'enrollments' }, `SELECT row, 'endDate', endDate::text, jsonb_build_object('user', userSourcedId) FROM inenrollments e WHERE ${usable('e')} AND role = 'student' AND endDate = beginDate`)
  await complain(run, { code: 'enrollment-dates', file: 'enrollments' },
    `SELECT row, 'endDate', endDate::text, jsonb_build_object('begin', beginDate::text) FROM inenrollments e WHERE ${usable('e')} AND role = 'student' AND endDate < beginDate`)
  // A line that cannot be is left out, and yet it says that the seat is over.
  await run.sql(`UPDATE inenrollments e SET bad = endDate > ${today}, gone = endDate <= ${today} WHERE ${usable('e')} AND role = 'student' AND endDate < beginDate`)
}

export const planEnrollments = async (run: RosterRun) => {
  const { sql } = run
  await complain(run, { code: 'reference-missing', file: 'enrollments', reject: true },
    `SELECT row, 'classSourcedId', classSourcedId, NULL::jsonb FROM inenrollments e WHERE ${usable('e')} AND NOT EXISTS (SELECT FROM ids_classes i WHERE i.sid = e.classSourcedId)`)
  await sql(`CREATE TEMP TABLE want_class_enrollments ON COMMIT DROP AS
    SELECT e.row, e.sid, p.label || ' · ' || c.label AS label, k.id AS "classId", i.id AS "studentId",
      greatest(e.beginDate, CASE WHEN r.begins > ${today} THEN r.begins END) AS enrolled_on, least(greatest(coalesce(y.starts, ${today}), CASE WHEN r.begins > ${today} THEN r.begins END), e.endDate - 1) AS assumed_on,
      CASE WHEN e.endDate IS NULL THEN 'infinity' ELSE greatest(e.endDate - 1, e.beginDate) END AS ended_on,
      (CASE WHEN e.endDate <= e.beginDate THEN 'no_show' WHEN e.endDate <= ${today} THEN 'completed' ELSE 'active' END)::enum_class_enrollments_status AS status
    FROM inenrollments e JOIN ids_classes k ON k.sid = e.classSourcedId AND k.id IS NOT NULL JOIN ids_students i ON i.sid = e.userSourcedId AND i.id IS NOT NULL
    LEFT JOIN plan_students p ON p.id = i.id LEFT JOIN plan_classes c ON c.id = k.id LEFT JOIN class_year y ON y.sid = e.classSourcedId
    LEFT JOIN person_role r ON r.sid = e.userSourcedId AND r.part = 'student' WHERE ${usable('e')} AND e.role = 'student'`)
  await planEntity(run, rosterEntity('class_enrollments'))
}
