-- A foreign key knows that a parent was there once, not that it was removed since. Whoever removes one takes its row whole, so that
-- whoever is hanging something on it is waited for; and nothing is hung on what is gone by then.

CREATE FUNCTION held_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT FROM %I WHERE "organizationId" = $1 AND id = $2 FOR UPDATE', TG_TABLE_NAME) USING NEW."organizationId", NEW.id;
  RETURN NEW;
END $$;

-- Furniture of a campus goes along with it.
CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON campuses FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION soft_delete_children('rooms', 'campusId', 'bell_schedules', 'campusId', 'timetables', 'campusId', 'special_days', 'campusId');

-- New rows: their foreign keys have waited for whoever was removing a parent. One is looked up, many are joined (as in student_campuses_follow).
CREATE FUNCTION made_on_live_parents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  i int;
  orphan uuid;
  many constant boolean := (SELECT count(*) > 1000 FROM (SELECT FROM made LIMIT 1001) first_made);
  before text;
BEGIN
  IF many THEN before := set_config('enable_nestloop', 'off', true); END IF;
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('SELECT n.id FROM made n JOIN %I p ON p."organizationId" = n."organizationId" AND p.id = n.%I WHERE p."deletedAt" IS NOT NULL AND n."deletedAt" IS NULL LIMIT 1', TG_ARGV[2 * i], TG_ARGV[2 * i + 1]) INTO orphan;
    IF orphan IS NOT NULL THEN
      RAISE EXCEPTION 'live_parents: % of % is removed', TG_ARGV[2 * i + 1], TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  IF many THEN before := set_config('enable_nestloop', 'on', true); END IF;
  RETURN NULL;
END $$;

-- Rows that come back, or go to another parent. Asked at the end of the deed, which may bring the parent back as well.
CREATE FUNCTION moved_to_live_parent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gone boolean;
BEGIN
  EXECUTE format('SELECT p."deletedAt" IS NOT NULL FROM %I n JOIN %I p ON p."organizationId" = n."organizationId" AND p.id = n.%I WHERE n."organizationId" = $1 AND n.id = $2 AND n."deletedAt" IS NULL FOR KEY SHARE OF p', TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1])
    INTO gone USING NEW."organizationId", NEW.id;
  IF gone THEN
    RAISE EXCEPTION 'live_parents: % of % is removed', TG_ARGV[1], TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- Its name comes before those of the other triggers: what they look for is looked for under the lock.
DO $$
DECLARE
  family record;
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['academic_years', 'grades', 'subjects', 'campuses', 'staff', 'students', 'guardians', 'classes', 'class_subjects', 'timetables', 'bell_schedules', 'fee_plans'] LOOP
    EXECUTE format('CREATE TRIGGER held_whole BEFORE UPDATE OF "deletedAt" ON %I FOR EACH ROW WHEN (OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL) EXECUTE FUNCTION held_whole()', held);
  END LOOP;
  FOR family IN SELECT child, string_agg(format('%L, %L', parent, col), ', ') AS parents, array_agg(parent || ' ' || col) AS pairs FROM (VALUES
    ('terms', 'academic_years', 'academic_yearId'), ('timetables', 'academic_years', 'academic_yearId'), ('timetables', 'campuses', 'campusId'),
    ('fee_plans', 'academic_years', 'academic_yearId'), ('fee_plans', 'grades', 'gradeId'),
    ('classes', 'academic_years', 'academic_yearId'), ('classes', 'grades', 'gradeId'), ('classes', 'campuses', 'campusId'), ('classes', 'staff', 'homeroom_teacherId'),
    ('class_subjects', 'classes', 'classId'), ('class_subjects', 'subjects', 'subjectId'), ('class_subjects', 'staff', 'teacherId'),
    ('class_enrollments', 'classes', 'classId'), ('class_enrollments', 'students', 'studentId'),
    ('attendance_sessions', 'classes', 'classId'), ('attendance_sessions', 'class_subjects', 'class_subjectId'), ('attendance_notices', 'students', 'studentId'),
    ('timetable_periods', 'timetables', 'timetableId'), ('timetable_periods', 'class_subjects', 'class_subjectId'),
    ('bell_periods', 'bell_schedules', 'bell_scheduleId'), ('bell_schedules', 'campuses', 'campusId'), ('rooms', 'campuses', 'campusId'), ('special_days', 'campuses', 'campusId'),
    ('students', 'campuses', 'campusId'), ('staff', 'campuses', 'campusId'),
    ('guardian_links', 'guardians', 'guardianId'), ('guardian_links', 'students', 'studentId'), ('student_notes', 'students', 'studentId'),
    ('invoices', 'students', 'studentId'), ('fee_plan_lines', 'fee_plans', 'fee_planId'), ('fee_plan_instalments', 'fee_plans', 'fee_planId')
  ) AS families (child, parent, col) GROUP BY child LOOP
    EXECUTE format('CREATE TRIGGER made_on_live_parents AFTER INSERT ON %I REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION made_on_live_parents(%s)', family.child, family.parents);
    FOR i IN 1 .. array_length(family.pairs, 1) LOOP
      EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."deletedAt" IS NULL AND (OLD."deletedAt" IS NOT NULL OR OLD.%I IS DISTINCT FROM NEW.%I)) EXECUTE FUNCTION moved_to_live_parent(%L, %L)',
        'moved_to_live_' || split_part(family.pairs[i], ' ', 1), family.child, split_part(family.pairs[i], ' ', 2), split_part(family.pairs[i], ' ', 2), split_part(family.pairs[i], ' ', 1), split_part(family.pairs[i], ' ', 2));
    END LOOP;
  END LOOP;
END $$;
