-- The office's part of attendance: reasons of the school's own, notices of absence and of late arrival, calls to families, and the teacher's own mark beside the office's.
CREATE TYPE "enum_attendance_notices_kind" AS ENUM ('absent', 'late', 'leaves_early');
CREATE TYPE "enum_attendance_notices_channel" AS ENUM ('phone', 'email', 'in_person', 'letter', 'late_desk', 'call');
CREATE TYPE "enum_attendance_calls_outcome" AS ENUM ('explained', 'not_explained', 'message_left', 'no_answer', 'wrong_number');

CREATE TABLE "attendance_reasons" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "excused" BOOLEAN NOT NULL DEFAULT true,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "attendance_reasons_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "attendance_reasons" ADD CONSTRAINT "attendance_reasons_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE UNIQUE INDEX "attendance_reasons_organizationId_id_key" ON "attendance_reasons"("organizationId", "id");
CREATE UNIQUE INDEX "attendance_reasons_name_live" ON "attendance_reasons"("organizationId", "name") WHERE ("deletedAt" IS NULL);

CREATE TABLE "attendance_notices" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "enum_attendance_notices_kind" NOT NULL,
    "channel" "enum_attendance_notices_channel" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "at_time" TIME(0),
    "minutes_late" INTEGER,
    "excused" BOOLEAN NOT NULL,
    "reported_by" TEXT,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "studentId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "reasonId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "attendance_notices_pkey" PRIMARY KEY ("id"),
    CHECK (to_date BETWEEN from_date AND from_date + 366),
    CHECK (kind = 'absent' OR from_date = to_date AND at_time IS NOT NULL),
    CHECK (minutes_late BETWEEN 0 AND 600 AND kind = 'late' OR minutes_late IS NULL)
);
ALTER TABLE "attendance_notices" ADD CONSTRAINT "attendance_notices_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attendance_notices" ADD CONSTRAINT "attendance_notices_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attendance_notices" ADD CONSTRAINT "attendance_notices_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attendance_notices" ADD CONSTRAINT "attendance_notices_organizationId_reasonId_fkey" FOREIGN KEY ("organizationId", "reasonId") REFERENCES "attendance_reasons"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- Said once: a second tap, or a second clerk, finds it there.
CREATE UNIQUE INDEX "attendance_notices_live" ON "attendance_notices"("organizationId", "studentId", "kind", "from_date") WHERE ("deletedAt" IS NULL);
CREATE INDEX "attendance_notices_of_day" ON "attendance_notices"("organizationId", "campusId", "to_date", "from_date") WHERE ("deletedAt" IS NULL);

CREATE TABLE "attendance_calls" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "absence_date" DATE NOT NULL,
    "outcome" "enum_attendance_calls_outcome" NOT NULL,
    "note" TEXT,
    "called_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "studentId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "attendance_calls_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "attendance_calls" ADD CONSTRAINT "attendance_calls_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attendance_calls" ADD CONSTRAINT "attendance_calls_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attendance_calls" ADD CONSTRAINT "attendance_calls_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "attendance_calls_of_day" ON "attendance_calls"("organizationId", "absence_date", "studentId") WHERE ("deletedAt" IS NULL);

-- What the teacher had marked, where the office has marked otherwise since.
ALTER TABLE "attendance_records" ADD COLUMN "teacher_status" "enum_attendance_records_status", ADD COLUMN "reasonId" UUID;
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_organizationId_reasonId_fkey" FOREIGN KEY ("organizationId", "reasonId") REFERENCES "attendance_reasons"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

DO $$
DECLARE fenced text;
BEGIN
  FOREACH fenced IN ARRAY ARRAY['attendance_reasons', 'attendance_notices', 'attendance_calls'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I USING ("organizationId" = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid))
      WITH CHECK ("organizationId" = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid))', fenced);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fenced);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', fenced);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO homeroom_app', fenced);
  END LOOP;
END $$;

INSERT INTO permissions (name) VALUES ('UPDATE_ATTENDANCE_SETTINGS'), ('RECORD_ATTENDANCE_SUMMARIES'), ('READ_ATTENDANCE_REASONS'), ('CREATE_ATTENDANCE_REASONS'), ('UPDATE_ATTENDANCE_REASONS'), ('DELETE_ATTENDANCE_REASONS');

-- The roles that keep attendance get their rights, and every organization some reasons to begin with.
DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    INSERT INTO "rolesPermissionsPermissions" ("roles_permissionsId", "permissionId", "organizationId")
    SELECT r.id, p.id, organization FROM roles r JOIN permissions p ON
      (r.key IN ('organization_administrator', 'registrar') AND p.name IN ('UPDATE_ATTENDANCE_SETTINGS', 'RECORD_ATTENDANCE_SUMMARIES', 'READ_ATTENDANCE_REASONS', 'CREATE_ATTENDANCE_REASONS', 'UPDATE_ATTENDANCE_REASONS', 'DELETE_ATTENDANCE_REASONS'))
      OR (r.key = 'campus_director' AND p.name IN ('UPDATE_ATTENDANCE_SETTINGS', 'RECORD_ATTENDANCE_SUMMARIES', 'READ_ATTENDANCE_REASONS'))
    WHERE r."organizationId" = organization;
    INSERT INTO attendance_reasons (name, excused, sort_order, "organizationId") VALUES ('Illness', true, 1, organization), ('Medical appointment', true, 2, organization), ('Family', true, 3, organization),
      ('Religious holiday', true, 4, organization), ('School activity', true, 5, organization), ('Transport', false, 6, organization), ('Overslept', false, 7, organization), ('Other', false, 8, organization);
  END LOOP;
  PERFORM leave_gate('');
END $$;
