-- A campus says how lessons make a day, and each student's days are kept: a letter a day, a row a month. Sums of campuses,
-- classes and students come from the letters, and the letters from the marks, whoever writes them.

ALTER TYPE "enum_campus_attendance_config_register_mode" ADD VALUE 'totals';
CREATE TYPE "enum_campus_attendance_config_day_rule" AS ENUM ('any_lesson', 'share');
CREATE TYPE "enum_campus_attendance_summaries_source" AS ENUM ('ledger', 'manual');

ALTER TABLE "campus_attendance_config" ADD COLUMN "starts_at" TIME(0) NOT NULL DEFAULT '08:30:00', ADD COLUMN "late_after_minutes" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "day_rule" "enum_campus_attendance_config_day_rule" NOT NULL DEFAULT 'any_lesson', ADD COLUMN "half_day_percent" INTEGER, ADD COLUMN "whole_day_percent" INTEGER NOT NULL DEFAULT 100, ADD COLUMN "missed_after_minutes" INTEGER;
ALTER TABLE campus_attendance_config ADD CHECK (late_after_minutes BETWEEN 0 AND 240 AND whole_day_percent BETWEEN 1 AND 100 AND half_day_percent BETWEEN 1 AND 100 AND half_day_percent < whole_day_percent AND missed_after_minutes BETWEEN 1 AND 600);
-- Links of before may be of another kind; they stay until somebody saves them.
ALTER TABLE campus_attendance_config ADD CHECK (attendance_link ~ '^https://') NOT VALID;

-- A day says by which rule it was counted: a rule that was changed since counts the days that were counted anew.
ALTER TABLE "campus_attendance_summaries" ADD COLUMN "total_half" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "source" "enum_campus_attendance_summaries_source" NOT NULL DEFAULT 'ledger',
  ADD COLUMN "day_rule" "enum_campus_attendance_config_day_rule" NOT NULL DEFAULT 'any_lesson', ADD COLUMN "half_day_percent" INTEGER, ADD COLUMN "whole_day_percent" INTEGER NOT NULL DEFAULT 100, ADD COLUMN "missed_after_minutes" INTEGER;
ALTER TABLE campus_attendance_summaries ADD CHECK (total_half BETWEEN 0 AND total_present);

CREATE TABLE "student_attendance_months" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "month" DATE NOT NULL,
    -- p present, l late, e excused, a absent, g half excused, h half absent, - nothing counts.
    "days" TEXT COLLATE "C" NOT NULL DEFAULT '-------------------------------',
    "present" INTEGER NOT NULL GENERATED ALWAYS AS (31 - length(replace(days, 'p', ''))) STORED,
    "late" INTEGER NOT NULL GENERATED ALWAYS AS (31 - length(replace(days, 'l', ''))) STORED,
    "excused" INTEGER NOT NULL GENERATED ALWAYS AS (31 - length(replace(days, 'e', ''))) STORED,
    "absent" INTEGER NOT NULL GENERATED ALWAYS AS (31 - length(replace(days, 'a', ''))) STORED,
    "half_excused" INTEGER NOT NULL GENERATED ALWAYS AS (31 - length(replace(days, 'g', ''))) STORED,
    "half_absent" INTEGER NOT NULL GENERATED ALWAYS AS (31 - length(replace(days, 'h', ''))) STORED,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "studentId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "student_attendance_months_pkey" PRIMARY KEY ("id"),
    CHECK (days ~ '^[-pleagh]{31}$'), CHECK (extract(day FROM month) = 1)
) WITH (fillfactor = 80);
ALTER TABLE "student_attendance_months" ADD CONSTRAINT "student_attendance_months_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "student_attendance_months" ADD CONSTRAINT "student_attendance_months_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "student_attendance_months" ADD CONSTRAINT "student_attendance_months_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE UNIQUE INDEX "student_attendance_months_organizationId_studentId_campusId_key" ON "student_attendance_months"("organizationId", "studentId", "campusId", "month");
CREATE INDEX "student_attendance_months_organizationId_campusId_month_idx" ON "student_attendance_months"("organizationId", "campusId", "month");

CREATE POLICY tenant ON student_attendance_months USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE student_attendance_months ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON student_attendance_months TO homeroom_app;

-- What a day was, by its rule and how many lessons were counted, missed without and with an excuse, and come late to.
CREATE FUNCTION attendance_letter(rule enum_campus_attendance_config_day_rule, half int, whole int, counted bigint, absent bigint, excused bigint, late bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE
  WHEN counted = 0 THEN '-'
  WHEN absent + excused > 0 AND (rule = 'any_lesson' OR (absent + excused) * 100 >= whole * counted) THEN CASE WHEN absent > 0 THEN 'a' ELSE 'e' END
  WHEN absent + excused > 0 AND rule = 'share' AND (absent + excused) * 100 >= half * counted THEN CASE WHEN absent > 0 THEN 'h' ELSE 'g' END
  WHEN late > 0 THEN 'l' ELSE 'p' END;

-- Counts the days of some students anew, as the day's own rule says, and carries what changed into the sums of the campus. Whoever calls it has the campus's day.
CREATE FUNCTION count_attendance_day(campus uuid, day date, students uuid[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  org uuid := app_organization();
  of_month date := date_trunc('month', day)::date;
  place int := extract(day FROM day)::int;
BEGIN
  INSERT INTO student_attendance_months ("organizationId", "studentId", "campusId", month) SELECT org, s, campus, of_month FROM unnest(students) s ORDER BY s ON CONFLICT DO NOTHING;
  -- Other days of the month may be counted at the same time: always in this order.
  PERFORM FROM student_attendance_months m WHERE m."organizationId" = org AND m."campusId" = campus AND m.month = of_month AND m."studentId" = ANY(students) ORDER BY m."studentId" FOR NO KEY UPDATE;
  WITH rule AS MATERIALIZED (
    SELECT d.id, d.day_rule, d.half_day_percent, d.whole_day_percent, d.missed_after_minutes FROM campus_attendance_summaries d
    WHERE d."organizationId" = org AND d."campusId" = campus AND d.attendance_date = day AND d."deletedAt" IS NULL
  ),
  letter AS (
    SELECT s AS "studentId", (SELECT attendance_letter(rule.day_rule, rule.half_day_percent, rule.whole_day_percent, count(r.standing),
        count(*) FILTER (WHERE r.standing = 'absent' OR r.standing = 'late' AND r.minutes_late > rule.missed_after_minutes), count(*) FILTER (WHERE r.standing = 'excused'), count(*) FILTER (WHERE r.standing = 'late'))
      FROM attendance_records r WHERE r."organizationId" = org AND r."studentId" = s AND r.session_date = day AND r."campusId" = campus AND r."deletedAt" IS NULL) AS now
    FROM rule, unnest(students) s
  ),
  changed AS (
    SELECT m.id, substr(m.days, place, 1) AS before, l.now FROM letter l
    JOIN student_attendance_months m ON m."organizationId" = org AND m."studentId" = l."studentId" AND m."campusId" = campus AND m.month = of_month WHERE substr(m.days, place, 1) <> l.now
  ),
  kept AS (UPDATE student_attendance_months m SET days = overlay(m.days PLACING c.now FROM place FOR 1), "updatedAt" = now() FROM changed c WHERE m."organizationId" = org AND m.id = c.id),
  sums AS (
    SELECT coalesce(sum((now <> '-')::int - (before <> '-')::int), 0)::int AS enrolled, coalesce(sum((now IN ('p', 'l', 'g', 'h'))::int - (before IN ('p', 'l', 'g', 'h'))::int), 0)::int AS present,
      coalesce(sum((now IN ('a', 'e'))::int - (before IN ('a', 'e'))::int), 0)::int AS absent, coalesce(sum((now = 'l')::int - (before = 'l')::int), 0)::int AS tardy,
      coalesce(sum((now = 'e')::int - (before = 'e')::int), 0)::int AS excused, coalesce(sum((now IN ('g', 'h'))::int - (before IN ('g', 'h'))::int), 0)::int AS half FROM changed
  )
  UPDATE campus_attendance_summaries d SET
    total_enrolled = d.total_enrolled + s.enrolled, total_present = d.total_present + s.present, total_absent = d.total_absent + s.absent, total_tardy = d.total_tardy + s.tardy,
    total_excused = d.total_excused + s.excused, total_half = d.total_half + s.half, "updatedAt" = now(),
    attendance_percentage = coalesce(round(100.0 * (d.total_present + s.present - (d.total_half + s.half) / 2.0) / nullif(d.total_enrolled + s.enrolled, 0), 2), 0)
  FROM sums s, rule WHERE d."organizationId" = org AND d.id = rule.id AND EXISTS (SELECT FROM changed);
END $$;

CREATE OR REPLACE FUNCTION attendance_day_follows() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  touched attendance_records[] := '{}'; -- as the rows are, and as they were
  former attendance_records[] := '{}';
  place record;
BEGIN
  IF TG_OP <> 'DELETE' THEN SELECT coalesce(array_agg(c), '{}') INTO touched FROM changed_rows c; END IF;
  IF TG_OP <> 'INSERT' THEN SELECT coalesce(array_agg(f), '{}') INTO former FROM former_rows f; END IF;
  touched := touched || former;
  IF cardinality(touched) = 0 THEN RETURN NULL; END IF;

  -- The registers of a campus meet at the row of its day. Whoever has it looks again: each statement here sees what was committed before it.
  INSERT INTO campus_attendance_summaries ("organizationId", "campusId", campus_key, attendance_date, total_enrolled, total_present, total_absent, attendance_percentage, day_rule, half_day_percent, whole_day_percent, missed_after_minutes)
    SELECT d."organizationId", d."campusId", c.code, d.session_date, 0, 0, 0, 0, coalesce(f.day_rule, 'any_lesson'), f.half_day_percent, coalesce(f.whole_day_percent, 100), f.missed_after_minutes
    FROM (SELECT DISTINCT "organizationId", "campusId", session_date FROM unnest(touched)) d JOIN campuses c ON c."organizationId" = d."organizationId" AND c.id = d."campusId"
    LEFT JOIN campus_attendance_config f ON f."organizationId" = d."organizationId" AND f."campusId" = d."campusId" AND f."deletedAt" IS NULL
    ORDER BY d."campusId", d.session_date
    ON CONFLICT DO NOTHING;
  PERFORM FROM campus_attendance_summaries s WHERE (s."organizationId", s."campusId", s.attendance_date) IN (SELECT "organizationId", "campusId", session_date FROM unnest(touched)) AND s."deletedAt" IS NULL
    ORDER BY s."campusId", s.attendance_date FOR NO KEY UPDATE;
  -- What was entered by hand gives way to marks.
  UPDATE campus_attendance_summaries s SET source = 'ledger', total_enrolled = 0, total_present = 0, total_absent = 0, total_tardy = 0, total_excused = 0, total_half = 0, attendance_percentage = 0
    WHERE (s."organizationId", s."campusId", s.attendance_date) IN (SELECT "organizationId", "campusId", session_date FROM unnest(touched)) AND s."deletedAt" IS NULL AND s.source = 'manual';

  FOR place IN SELECT "campusId", session_date, array_agg(DISTINCT "studentId") AS students FROM unnest(touched) GROUP BY 1, 2 ORDER BY 1, 2 LOOP
    PERFORM count_attendance_day(place."campusId", place.session_date, place.students);
  END LOOP;
  RETURN NULL;
END $$;

-- A day whose rule is changed is counted anew.
CREATE FUNCTION attendance_rule_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_attendance_day(NEW."campusId", NEW.attendance_date, ARRAY(SELECT DISTINCT r."studentId" FROM attendance_records r
    WHERE r."organizationId" = NEW."organizationId" AND r."campusId" = NEW."campusId" AND r.session_date = NEW.attendance_date AND r."deletedAt" IS NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER attendance_rule_follows AFTER UPDATE ON campus_attendance_summaries FOR EACH ROW
  WHEN ((OLD.day_rule, OLD.half_day_percent, OLD.whole_day_percent, OLD.missed_after_minutes) IS DISTINCT FROM (NEW.day_rule, NEW.half_day_percent, NEW.whole_day_percent, NEW.missed_after_minutes) AND NEW.source = 'ledger')
  EXECUTE FUNCTION attendance_rule_follows();

-- The days until now, counted as they were: any lesson missed is a day missed. Row-level security binds the owner as well, who here looks at every organization.
ALTER TABLE attendance_records NO FORCE ROW LEVEL SECURITY;
ALTER TABLE student_attendance_months NO FORCE ROW LEVEL SECURITY;
INSERT INTO student_attendance_months ("organizationId", "studentId", "campusId", month, days)
SELECT "organizationId", "studentId", "campusId", month, array_to_string(ARRAY(SELECT coalesce(letters ->> p::text, '-') FROM generate_series(1, 31) p ORDER BY p), '') FROM (
  SELECT "organizationId", "studentId", "campusId", date_trunc('month', session_date)::date AS month, jsonb_object_agg(extract(day FROM session_date)::int, letter) AS letters FROM (
    SELECT "organizationId", "studentId", "campusId", session_date, substr('plea', max(standing_rank(standing)), 1) AS letter FROM attendance_records WHERE "deletedAt" IS NULL AND standing IS NOT NULL GROUP BY 1, 2, 3, 4
  ) day GROUP BY 1, 2, 3, 4
) month;
ALTER TABLE attendance_records FORCE ROW LEVEL SECURITY;
ALTER TABLE student_attendance_months FORCE ROW LEVEL SECURITY;
