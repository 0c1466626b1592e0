-- What Prisma's schema language cannot say: per-tenant business keys on expressions, CHECKs, no double
-- booking, soft delete that takes the children along, and the fences around a tenant.

-- 1. Business keys that need an expression ------------------------------------------------------------------
-- (Indexes on expressions are invisible to Prisma's diff, so they never come back as a difference.)

CREATE UNIQUE INDEX users_email_live ON users (coalesce("organizationId", '00000000-0000-0000-0000-000000000000'), lower(email)) WHERE "deletedAt" IS NULL;
CREATE INDEX users_email ON users (lower(email)) WHERE "deletedAt" IS NULL;
CREATE UNIQUE INDEX roles_name_live ON roles (coalesce("organizationId", '00000000-0000-0000-0000-000000000000'), lower(name)) WHERE "deletedAt" IS NULL;
CREATE UNIQUE INDEX roles_key_live ON roles (coalesce("organizationId", '00000000-0000-0000-0000-000000000000'), lower(key)) WHERE "deletedAt" IS NULL AND key IS NOT NULL;
CREATE UNIQUE INDEX content_catalog_type_live ON content_catalog (coalesce("organizationId", '00000000-0000-0000-0000-000000000000'), lower(content_type)) WHERE "deletedAt" IS NULL;
CREATE UNIQUE INDEX academic_years_current_live ON academic_years ("organizationId", (current::int)) WHERE "deletedAt" IS NULL AND current;
CREATE UNIQUE INDEX class_subjects_live ON class_subjects ("organizationId", "classId", "subjectId", coalesce("teacherId", '00000000-0000-0000-0000-000000000000')) WHERE "deletedAt" IS NULL;
-- One live enrolment of a student in a class at a time; a later return is a new row.
CREATE UNIQUE INDEX class_enrollments_live ON class_enrollments ("organizationId", "classId", "studentId", coalesce(ended_on, 'infinity'::date)) WHERE "deletedAt" IS NULL;
-- One register per class (and subject, and period of the timetable), day and type.
CREATE UNIQUE INDEX attendance_sessions_live ON attendance_sessions ("organizationId", "classId", session_date, session_type,
  coalesce("class_subjectId", '00000000-0000-0000-0000-000000000000'), coalesce("timetable_periodId", '00000000-0000-0000-0000-000000000000'))
  WHERE "deletedAt" IS NULL AND state <> 'cancelled';
CREATE UNIQUE INDEX payments_reversal_live ON payments ("organizationId", (coalesce(reverses_id, id))) WHERE "deletedAt" IS NULL AND reverses_id IS NOT NULL;
CREATE UNIQUE INDEX special_days_live ON special_days ("organizationId", date, coalesce("campusId", '00000000-0000-0000-0000-000000000000'), kind) WHERE "deletedAt" IS NULL;
-- Not a key, but an expression too: a campus's homerooms in the order a day shows them, without their rows.
CREATE INDEX classes_homerooms ON classes ("organizationId", "campusId", "academic_yearId", length(name), name, id)
  WHERE "deletedAt" IS NULL AND status IN ('active', 'completed') AND class_type = 'homeroom';

-- 2. Rules a row must keep -----------------------------------------------------------------------------------

ALTER TABLE organizations ADD CHECK (name <> '' AND currency ~ '^[A-Z]{3}$');
ALTER TABLE users ADD CHECK (position('@' IN email) > 1 AND email !~ '\s');
-- Only the platform's own roles stand outside every organization, and only they may reach all of them.
ALTER TABLE roles ADD CHECK ("globalAccess" = ("organizationId" IS NULL));
ALTER TABLE campuses ADD CHECK (name <> '' AND code <> '');
ALTER TABLE students ADD CHECK (date_of_birth IS NULL OR date_of_birth > '1900-01-01');
ALTER TABLE academic_years ADD CHECK (end_date > start_date);
ALTER TABLE terms ADD CHECK (end_date >= start_date);
ALTER TABLE classes ADD CHECK (capacity IS NULL OR capacity > 0);
ALTER TABLE class_enrollments ADD CHECK (ended_on IS NULL OR ended_on >= enrolled_on);
ALTER TABLE timetables ADD CHECK (effective_to IS NULL OR effective_to >= effective_from);
ALTER TABLE timetable_periods ADD CHECK (ends_at > starts_at);
ALTER TABLE attendance_sessions ADD CHECK (total_present >= 0 AND total_absent >= 0 AND total_tardy >= 0 AND total_excused >= 0 AND total_enrolled >= 0);
ALTER TABLE attendance_records ADD CHECK (minutes_late IS NULL OR (status IN ('late', 'left_early', 'partial') AND minutes_late BETWEEN 0 AND 600));
ALTER TABLE campus_attendance_config ADD CHECK (editable_days BETWEEN 0 AND 366 AND school_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE campus_attendance_summaries ADD CHECK (total_enrolled >= 0 AND total_present >= 0 AND total_absent >= 0 AND total_tardy >= 0 AND total_excused >= 0 AND attendance_percentage BETWEEN 0 AND 100);
ALTER TABLE assessments ADD CHECK (max_score > 0);
ALTER TABLE assessment_results ADD CHECK (score IS NULL OR score >= 0);
ALTER TABLE fee_plans ADD CHECK (total_amount >= 0);
ALTER TABLE invoices ADD CHECK (subtotal >= 0 AND discount_amount BETWEEN 0 AND subtotal AND tax_amount >= 0),
  ADD CHECK (total_amount = subtotal - discount_amount + tax_amount),
  ADD CHECK (balance_due BETWEEN 0 AND total_amount),
  ADD CHECK (due_date >= issue_date);
ALTER TABLE payments ADD CHECK (CASE WHEN reverses_id IS NULL THEN amount > 0 ELSE amount < 0 END);
ALTER TABLE safety_quiz_results ADD CHECK (total_questions > 0 AND score BETWEEN 0 AND total_questions);
ALTER TABLE walkthrough_checkins ADD CHECK (attitude_rating BETWEEN 1 AND 5 AND classroom_management_rating BETWEEN 1 AND 5
  AND cleanliness_rating BETWEEN 1 AND 5 AND vibes_rating BETWEEN 1 AND 5 AND team_dynamics_rating BETWEEN 1 AND 5
  AND emergency_exit_rating BETWEEN 1 AND 5 AND lesson_plan_rating BETWEEN 1 AND 5);

-- 3. No double booking ---------------------------------------------------------------------------------------
-- A period repeats what its lesson and its timetable say, because a constraint sees one row only.

CREATE FUNCTION timetable_period_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "classId", "teacherId" INTO NEW."classId", NEW."teacherId"
    FROM class_subjects WHERE "organizationId" = NEW."organizationId" AND id = NEW."class_subjectId";
  SELECT "campusId", status = 'published' AND "deletedAt" IS NULL, effective_from, effective_to
    INTO NEW."campusId", NEW.published, NEW.effective_from, NEW.effective_to
    FROM timetables WHERE "organizationId" = NEW."organizationId" AND id = NEW."timetableId";
  RETURN NEW;
END $$;
CREATE TRIGGER timetable_period_facts BEFORE INSERT OR UPDATE ON timetable_periods
  FOR EACH ROW EXECUTE FUNCTION timetable_period_facts();

CREATE FUNCTION timetable_periods_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'timetables' THEN
    UPDATE timetable_periods SET "updatedAt" = now() WHERE "organizationId" = NEW."organizationId" AND "timetableId" = NEW.id AND "deletedAt" IS NULL;
  ELSE
    UPDATE timetable_periods SET "updatedAt" = now() WHERE "organizationId" = NEW."organizationId" AND "class_subjectId" = NEW.id AND "deletedAt" IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER timetable_periods_follow AFTER UPDATE OF status, effective_from, effective_to, "campusId" ON timetables
  FOR EACH ROW EXECUTE FUNCTION timetable_periods_follow();
CREATE TRIGGER timetable_periods_follow AFTER UPDATE OF "teacherId", "classId" ON class_subjects
  FOR EACH ROW EXECUTE FUNCTION timetable_periods_follow();

ALTER TABLE timetable_periods
  ADD CONSTRAINT timetable_periods_room_free EXCLUDE USING gist ("organizationId" WITH =, "campusId" WITH =, lower(room) WITH =, day_of_week WITH =,
    tsrange(date '2000-01-01' + starts_at, date '2000-01-01' + ends_at) WITH &&, daterange(effective_from, effective_to, '[]') WITH &&)
    WHERE ("deletedAt" IS NULL AND published AND room IS NOT NULL),
  ADD CONSTRAINT timetable_periods_teacher_free EXCLUDE USING gist ("organizationId" WITH =, "teacherId" WITH =, day_of_week WITH =,
    tsrange(date '2000-01-01' + starts_at, date '2000-01-01' + ends_at) WITH &&, daterange(effective_from, effective_to, '[]') WITH &&)
    WHERE ("deletedAt" IS NULL AND published AND "teacherId" IS NOT NULL),
  ADD CONSTRAINT timetable_periods_class_free EXCLUDE USING gist ("organizationId" WITH =, "classId" WITH =, day_of_week WITH =,
    tsrange(date '2000-01-01' + starts_at, date '2000-01-01' + ends_at) WITH &&, daterange(effective_from, effective_to, '[]') WITH &&)
    WHERE ("deletedAt" IS NULL AND published);

-- 4. Soft delete takes the children along, and restoring brings back exactly those ----------------------------

CREATE FUNCTION soft_delete_children() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE i int;
BEGIN
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    IF NEW."deletedAt" IS NOT NULL THEN
      EXECUTE format('UPDATE %I SET "deletedAt" = $1, "updatedAt" = $1, "updatedById" = $2 WHERE "organizationId" = $3 AND %I = $4 AND "deletedAt" IS NULL', TG_ARGV[2 * i], TG_ARGV[2 * i + 1])
        USING NEW."deletedAt", NEW."updatedById", NEW."organizationId", NEW.id;
    ELSE
      EXECUTE format('UPDATE %I SET "deletedAt" = NULL, "updatedAt" = now(), "updatedById" = $2 WHERE "organizationId" = $3 AND %I = $4 AND "deletedAt" = $1', TG_ARGV[2 * i], TG_ARGV[2 * i + 1])
        USING OLD."deletedAt", NEW."updatedById", NEW."organizationId", NEW.id;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

DO $$
DECLARE family record;
BEGIN
  FOR family IN SELECT * FROM (VALUES
    ('students', '''guardians'', ''studentId'', ''class_enrollments'', ''studentId'''),
    ('academic_years', '''terms'', ''academic_yearId'''),
    ('classes', '''class_enrollments'', ''classId'', ''class_subjects'', ''classId'''),
    ('class_subjects', '''timetable_periods'', ''class_subjectId'', ''assessments'', ''class_subjectId'''),
    ('timetables', '''timetable_periods'', ''timetableId'''),
    ('assessments', '''assessment_results'', ''assessmentId'''),
    ('attendance_sessions', '''attendance_records'', ''attendance_sessionId'''),
    ('messages', '''message_recipients'', ''messageId''')
  ) AS families (parent, children) LOOP
    EXECUTE format('CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON %I FOR EACH ROW
      WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION soft_delete_children(%s)', family.parent, family.children);
  END LOOP;
END $$;

-- 5. Row-level security ---------------------------------------------------------------------------------------
-- The app connects as a role that owns nothing. Without a setting it sees no row. Settings are
-- transaction-local only, which also keeps PgBouncer's transaction pooling safe.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'homeroom_app') THEN
    CREATE ROLE homeroom_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one cluster migrate at once
END $$;

DO $$
DECLARE
  t record;
  org constant text := '(SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  gate constant text := '((SELECT current_setting(''app.gate'', true)) = ''on'')';
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organizationId'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('CREATE POLICY tenant ON %s USING ("organizationId" = %s) WITH CHECK ("organizationId" = %s)', t.name, org, org);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO homeroom_app', t.name);
  END LOOP;

  EXECUTE format('CREATE POLICY tenant ON organizations USING (id = %s) WITH CHECK (id = %s)', org, org);
  ALTER TABLE organizations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, UPDATE ON organizations TO homeroom_app;

  -- Content of the product itself is there for everybody; an organization changes only its own.
  EXECUTE 'CREATE POLICY product ON content_catalog FOR SELECT USING ("organizationId" IS NULL)';

  -- The gate: finding out who asks, before there is a tenant. Only these tables, and read-only but for the
  -- account itself and its tokens.
  FOR t IN SELECT unnest(ARRAY['organizations', 'roles', 'rolesPermissionsPermissions', 'usersCustom_permissionsPermissions']) AS name LOOP
    EXECUTE format('CREATE POLICY gate ON %I FOR SELECT USING %s', t.name, gate);
  END LOOP;
  FOR t IN SELECT unnest(ARRAY['users', 'auth_refresh_tokens', 'one_time_tokens']) AS name LOOP
    EXECUTE format('CREATE POLICY gate ON %I USING %s WITH CHECK %s', t.name, gate, gate);
  END LOOP;
END $$;

-- History is written once: nobody who serves requests can change or remove it.
REVOKE UPDATE ON audit_events FROM homeroom_app;
GRANT SELECT ON permissions TO homeroom_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO homeroom_app;
GRANT DELETE ON "rolesPermissionsPermissions", "usersCustom_permissionsPermissions", user_campuses, idempotency_keys, one_time_tokens TO homeroom_app;
GRANT USAGE ON SCHEMA public TO homeroom_app;
