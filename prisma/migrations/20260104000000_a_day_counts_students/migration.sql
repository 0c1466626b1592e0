-- A day counts students, not marks: whoever missed two lessons is absent once. Where a mark puts a student is one
-- rule, kept beside the mark (comparing text is leakproof, an enum is not: behind row-level security only the
-- former finds its rows by an index), and the day of a campus follows from the marks whoever writes them.

CREATE FUNCTION standing_of(status enum_attendance_records_status) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE
  WHEN status IN ('present', 'left_early', 'partial', 'off_site', 'remote') THEN 'present'
  WHEN status = 'late' THEN 'late'
  WHEN status IN ('absent_excused', 'suspended') THEN 'excused'
  WHEN status = 'absent_unexcused' THEN 'absent' END;
ALTER TABLE "attendance_records" ADD COLUMN "standing" TEXT COLLATE "C" GENERATED ALWAYS AS (standing_of(status)) STORED;

DROP INDEX "attendance_records_exceptions";
DROP INDEX "attendance_records_absent";
DROP INDEX "attendance_records_late";
CREATE INDEX "attendance_records_not_just_present" ON "attendance_records"("organizationId", "campusId", "session_date", "standing", "studentId") WHERE (("deletedAt" IS NULL) AND (standing <> 'present'::text));

-- From the mildest to the gravest: a student stands where the gravest mark of the day puts them.
CREATE FUNCTION standing_rank(standing text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_position(ARRAY['present', 'late', 'excused', 'absent'], standing);

CREATE FUNCTION attendance_day_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed attendance_records[] := '{}'; -- as the rows are now
  former attendance_records[] := '{}'; -- as they were
BEGIN
  IF TG_OP <> 'DELETE' THEN SELECT coalesce(array_agg(c), '{}') INTO changed FROM changed_rows c; END IF;
  IF TG_OP <> 'INSERT' THEN SELECT coalesce(array_agg(f), '{}') INTO former FROM former_rows f; END IF;
  IF cardinality(changed || former) = 0 THEN RETURN NULL; END IF;

  -- The registers of a campus meet at the row of its day. Whoever has it looks again: each statement here sees what was committed before it.
  INSERT INTO campus_attendance_summaries ("organizationId", "campusId", campus_key, attendance_date, total_enrolled, total_present, total_absent, attendance_percentage)
    SELECT d."organizationId", d."campusId", c.code, d.session_date, 0, 0, 0, 0
    FROM (SELECT DISTINCT "organizationId", "campusId", session_date FROM unnest(changed || former)) d JOIN campuses c ON c."organizationId" = d."organizationId" AND c.id = d."campusId"
    ORDER BY d."campusId", d.session_date
    ON CONFLICT DO NOTHING;
  PERFORM FROM campus_attendance_summaries s WHERE (s."organizationId", s."campusId", s.attendance_date) IN (SELECT "organizationId", "campusId", session_date FROM unnest(changed || former)) AND s."deletedAt" IS NULL
    ORDER BY s."campusId", s.attendance_date FOR NO KEY UPDATE;

  WITH mark AS (
    SELECT r."organizationId", r."campusId", r.session_date, r."studentId", standing_rank(r.standing) AS rank, true AS counts, r.id NOT IN (SELECT id FROM unnest(changed)) AS counted
    FROM (SELECT DISTINCT "organizationId", "campusId", session_date, "studentId" FROM unnest(changed || former)) t CROSS JOIN LATERAL (
      SELECT r.* FROM attendance_records r
      WHERE r."organizationId" = t."organizationId" AND r."studentId" = t."studentId" AND r.session_date = t.session_date AND r."campusId" = t."campusId" AND r."deletedAt" IS NULL OFFSET 0) r
    UNION ALL
    SELECT "organizationId", "campusId", session_date, "studentId", standing_rank(standing), false, true FROM unnest(former) WHERE "deletedAt" IS NULL
  ),
  student AS (
    SELECT "organizationId", "campusId", session_date, max(rank) FILTER (WHERE counts) AS rank_now, max(rank) FILTER (WHERE counted) AS rank_then FROM mark GROUP BY 1, 2, 3, "studentId"
  ),
  day AS (
    SELECT "organizationId", "campusId", session_date,
      (count(rank_now) - count(rank_then))::int AS enrolled, (count(*) FILTER (WHERE rank_now <= 2) - count(*) FILTER (WHERE rank_then <= 2))::int AS present,
      (count(*) FILTER (WHERE rank_now >= 3) - count(*) FILTER (WHERE rank_then >= 3))::int AS absent,
      (count(*) FILTER (WHERE rank_now = 2) - count(*) FILTER (WHERE rank_then = 2))::int AS tardy, (count(*) FILTER (WHERE rank_now = 3) - count(*) FILTER (WHERE rank_then = 3))::int AS excused
    FROM student WHERE rank_now IS DISTINCT FROM rank_then GROUP BY 1, 2, 3
  )
  UPDATE campus_attendance_summaries s SET
    total_enrolled = s.total_enrolled + d.enrolled, total_present = s.total_present + d.present, total_absent = s.total_absent + d.absent,
    total_tardy = s.total_tardy + d.tardy, total_excused = s.total_excused + d.excused, "updatedAt" = now(),
    attendance_percentage = coalesce(round(100.0 * (s.total_present + d.present) / nullif(s.total_enrolled + d.enrolled, 0), 2), 0)
  FROM day d
  WHERE s."organizationId" = d."organizationId" AND s."campusId" = d."campusId" AND s.attendance_date = d.session_date AND s."deletedAt" IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER attendance_day_follows_new AFTER INSERT ON attendance_records REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION attendance_day_follows();
CREATE TRIGGER attendance_day_follows AFTER UPDATE ON attendance_records REFERENCING NEW TABLE AS changed_rows OLD TABLE AS former_rows FOR EACH STATEMENT EXECUTE FUNCTION attendance_day_follows();
CREATE TRIGGER attendance_day_follows_end AFTER DELETE ON attendance_records REFERENCING OLD TABLE AS former_rows FOR EACH STATEMENT EXECUTE FUNCTION attendance_day_follows();

-- What days said until now, of those that have marks. Row-level security binds the owner as well, who here looks at every organization.
ALTER TABLE attendance_records NO FORCE ROW LEVEL SECURITY;
ALTER TABLE campus_attendance_summaries NO FORCE ROW LEVEL SECURITY;
UPDATE campus_attendance_summaries s SET total_enrolled = d.enrolled, total_present = d.present, total_absent = d.absent, total_tardy = d.tardy, total_excused = d.excused,
    attendance_percentage = coalesce(round(100.0 * d.present / nullif(d.enrolled, 0), 2), 0)
  FROM (
    SELECT "organizationId", "campusId", session_date, count(rank) AS enrolled, count(*) FILTER (WHERE rank <= 2) AS present, count(*) FILTER (WHERE rank >= 3) AS absent, count(*) FILTER (WHERE rank = 2) AS tardy, count(*) FILTER (WHERE rank = 3) AS excused
    FROM (SELECT "organizationId", "campusId", session_date, "studentId", max(standing_rank(standing)) AS rank FROM attendance_records WHERE "deletedAt" IS NULL GROUP BY 1, 2, 3, 4) student GROUP BY 1, 2, 3
  ) d
  WHERE s."organizationId" = d."organizationId" AND s."campusId" = d."campusId" AND s.attendance_date = d.session_date AND s."deletedAt" IS NULL;
ALTER TABLE attendance_records FORCE ROW LEVEL SECURITY;
ALTER TABLE campus_attendance_summaries FORCE ROW LEVEL SECURITY;

-- "Class 2" before "Class 10", in every list that is ordered by their names.
CREATE COLLATION natural_order (provider = icu, locale = 'und-u-kn-true');
ALTER TABLE "classes" ALTER COLUMN "name" TYPE TEXT COLLATE natural_order;
DROP INDEX classes_homerooms;
-- A campus's classes of a year by their kind, without their rows: a day counts them.
CREATE INDEX "classes_by_kind" ON "classes"("organizationId", "campusId", "academic_yearId", "class_type", "status", "name", "id", "homeroom_teacherId") WHERE ("deletedAt" IS NULL);
-- Registers of a day, found and told apart without the enum of their state.
DROP INDEX "attendance_sessions_taken";
CREATE INDEX "attendance_sessions_taken" ON "attendance_sessions"("organizationId", "campusId", "session_date", "classId", "timetable_periodId", "state") WHERE ("deletedAt" IS NULL);
