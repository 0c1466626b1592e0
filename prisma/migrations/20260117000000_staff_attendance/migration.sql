-- The daily sheet of staff: of everybody who works there, with an account or without; why somebody is away, when somebody came, and who says so.
CREATE TYPE "enum_staff_attendance_records_leave_type" AS ENUM ('sick', 'vacation', 'personal', 'family', 'bereavement', 'training', 'official_duty', 'unpaid', 'other');
CREATE TYPE "enum_staff_attendance_records_source" AS ENUM ('office', 'self');

ALTER TABLE "staff_attendance_records" ADD COLUMN "leave_type" "enum_staff_attendance_records_leave_type", ADD COLUMN "arrived_at" TIME(0),
  ADD COLUMN "source" "enum_staff_attendance_records_source" NOT NULL DEFAULT 'office', ADD COLUMN "staffId" UUID, ALTER COLUMN "userId" DROP NOT NULL;
ALTER TABLE "staff_attendance_records" ADD CONSTRAINT "staff_attendance_records_organizationId_staffId_fkey" FOREIGN KEY ("organizationId", "staffId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Row-level security binds the owner as well, who here looks at every organization.
ALTER TABLE staff_attendance_records NO FORCE ROW LEVEL SECURITY;
ALTER TABLE staff NO FORCE ROW LEVEL SECURITY;
UPDATE staff_attendance_records r SET "staffId" = s.id FROM staff s WHERE s."organizationId" = r."organizationId" AND s."userId" = r."userId" AND s."deletedAt" IS NULL;
ALTER TABLE staff_attendance_records FORCE ROW LEVEL SECURITY;
ALTER TABLE staff FORCE ROW LEVEL SECURITY;

ALTER TABLE staff_attendance_records ADD CHECK ("staffId" IS NOT NULL OR "userId" IS NOT NULL);
-- Whoever is here has no kind of leave, and whoever is away came at no time.
ALTER TABLE staff_attendance_records ADD CHECK (leave_type IS NULL OR status IN ('absent', 'absent_excused', 'half_day'));
ALTER TABLE staff_attendance_records ADD CHECK (arrived_at IS NULL OR status NOT IN ('absent', 'absent_excused'));
CREATE UNIQUE INDEX "staff_attendance_records_staff_live" ON "staff_attendance_records"("organizationId", "staffId", "attendance_date") WHERE ("deletedAt" IS NULL);
CREATE INDEX "staff_attendance_records_organizationId_campusId_attendance_idx" ON "staff_attendance_records"("organizationId", "campusId", "attendance_date", "status");

ALTER TABLE "campus_attendance_config" ADD COLUMN "staff_check_in" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "staff_due_at" TIME(0) NOT NULL DEFAULT '08:00:00';

-- The office keeps the sheet.
DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    INSERT INTO "rolesPermissionsPermissions" ("roles_permissionsId", "permissionId", "organizationId")
    SELECT r.id, p.id, organization FROM roles r JOIN permissions p ON p.name IN ('READ_STAFF_ATTENDANCE', 'TAKE_STAFF_ATTENDANCE')
    WHERE r."organizationId" = organization AND r.key = 'registrar'
      AND NOT EXISTS (SELECT FROM "rolesPermissionsPermissions" g WHERE g."organizationId" = organization AND g."roles_permissionsId" = r.id AND g."permissionId" = p.id);
  END LOOP;
  PERFORM leave_gate('');
END $$;
