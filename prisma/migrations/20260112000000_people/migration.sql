-- CreateEnum
CREATE TYPE "enum_student_changes_deed" AS ENUM ('admit', 'transfer', 'leave', 'return', 'withdraw', 'graduate', 'readmit');

-- CreateEnum
CREATE TYPE "enum_student_notes_kind" AS ENUM ('medical', 'support');

-- AlterTable
ALTER TABLE "class_subjects" ADD COLUMN     "lessons_per_week" INTEGER;

-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "expires_on" DATE;

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "student_number_rule" TEXT NOT NULL DEFAULT '#####';

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "end_date" DATE;

-- AlterTable
ALTER TABLE "students" ADD COLUMN     "nextCampusId" UUID,
ADD COLUMN     "next_status" "enum_students_status",
ADD COLUMN     "next_status_on" DATE;

-- CreateTable
CREATE TABLE "guardian_links" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "guardianId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "relationship" "enum_guardians_relationship" NOT NULL,
    "lives_with" BOOLEAN NOT NULL DEFAULT false,
    "may_pick_up" BOOLEAN NOT NULL DEFAULT false,
    "receives_mail" BOOLEAN NOT NULL DEFAULT true,
    "pays" BOOLEAN NOT NULL DEFAULT false,
    "emergency_order" INTEGER,
    "custody_note" TEXT,
    "custody_from" DATE,
    "custody_until" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "guardian_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student_notes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "studentId" UUID NOT NULL,
    "kind" "enum_student_notes_kind" NOT NULL,
    "body" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "student_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student_changes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "studentId" UUID NOT NULL,
    "deed" "enum_student_changes_deed" NOT NULL,
    "effective_on" DATE NOT NULL,
    "status" "enum_students_status" NOT NULL,
    "former_status" "enum_students_status" NOT NULL,
    "campusId" UUID NOT NULL,
    "reason" TEXT,
    "called_off_at" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "student_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guardian_links_organizationId_studentId_emergency_order_idx" ON "guardian_links"("organizationId", "studentId", "emergency_order");

-- CreateIndex
CREATE UNIQUE INDEX "guardian_links_live" ON "guardian_links"("organizationId", "guardianId", "studentId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "student_notes_organizationId_studentId_idx" ON "student_notes"("organizationId", "studentId");

-- CreateIndex
CREATE INDEX "student_changes_organizationId_studentId_effective_on_idx" ON "student_changes"("organizationId", "studentId", "effective_on");

-- CreateIndex
CREATE INDEX "student_changes_organizationId_effective_on_campusId_idx" ON "student_changes"("organizationId", "effective_on", "campusId");

-- CreateIndex
CREATE UNIQUE INDEX "guardians_organizationId_id_key" ON "guardians"("organizationId", "id");

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_organizationId_nextCampusId_fkey" FOREIGN KEY ("organizationId", "nextCampusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_links" ADD CONSTRAINT "guardian_links_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_links" ADD CONSTRAINT "guardian_links_organizationId_guardianId_fkey" FOREIGN KEY ("organizationId", "guardianId") REFERENCES "guardians"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_links" ADD CONSTRAINT "guardian_links_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_notes" ADD CONSTRAINT "student_notes_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_notes" ADD CONSTRAINT "student_notes_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_changes" ADD CONSTRAINT "student_changes_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_changes" ADD CONSTRAINT "student_changes_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_changes" ADD CONSTRAINT "student_changes_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's schema language cannot say ---------------------------------------------------------------------

ALTER TABLE guardian_links ADD CHECK (emergency_order IS NULL OR emergency_order BETWEEN 1 AND 20), ADD CHECK (custody_until IS NULL OR custody_from IS NULL OR custody_until >= custody_from);
ALTER TABLE students ADD CHECK ((next_status IS NULL) = (next_status_on IS NULL));
ALTER TABLE class_subjects ADD CHECK (lessons_per_week IS NULL OR lessons_per_week BETWEEN 1 AND 60);
ALTER TABLE staff ADD CHECK (end_date IS NULL OR hire_date IS NULL OR end_date >= hire_date);
ALTER TABLE organizations ADD CHECK (student_number_rule ~ '#');
-- Changes that are still to come, for whoever brings them about on their day.
CREATE INDEX students_changing ON students ("organizationId", next_status_on) WHERE "deletedAt" IS NULL AND next_status_on IS NOT NULL;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['guardian_links', 'student_notes', 'student_changes'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I USING ("organizationId" = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid))
      WITH CHECK ("organizationId" = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid))', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO homeroom_app', name);
  END LOOP;
END $$;

-- A guardian comes with one child, from a roster too: the link is made with the row, and follows what it says of that child.
CREATE FUNCTION guardians_linked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO guardian_links ("organizationId", "guardianId", "studentId", relationship, emergency_order, "createdById", "updatedById")
  SELECT "organizationId", id, "studentId", relationship, CASE WHEN primary_contact THEN 1 END, "createdById", "updatedById" FROM made WHERE "deletedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER guardians_linked AFTER INSERT ON guardians REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION guardians_linked();

CREATE FUNCTION guardian_link_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE guardian_links SET relationship = NEW.relationship, "studentId" = NEW."studentId", "updatedAt" = NEW."updatedAt"
  WHERE "organizationId" = NEW."organizationId" AND "guardianId" = NEW.id AND "studentId" = OLD."studentId" AND "deletedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER guardian_link_follows AFTER UPDATE OF relationship, "studentId" ON guardians FOR EACH ROW
  WHEN (OLD.relationship IS DISTINCT FROM NEW.relationship OR OLD."studentId" IS DISTINCT FROM NEW."studentId") EXECUTE FUNCTION guardian_link_follows();

CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON guardians FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION soft_delete_children('guardian_links', 'guardianId');

-- With a student go the guardians who have no other child here.
CREATE FUNCTION guardians_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."deletedAt" IS NOT NULL THEN
    UPDATE guardians g SET "deletedAt" = NEW."deletedAt", "updatedAt" = NEW."deletedAt", "updatedById" = NEW."updatedById"
    WHERE g."organizationId" = NEW."organizationId" AND g."deletedAt" IS NULL
      AND g.id IN (SELECT "guardianId" FROM guardian_links WHERE "organizationId" = NEW."organizationId" AND "studentId" = NEW.id AND "deletedAt" IS NULL)
      AND NOT EXISTS (SELECT FROM guardian_links o WHERE o."organizationId" = NEW."organizationId" AND o."guardianId" = g.id AND o."studentId" <> NEW.id AND o."deletedAt" IS NULL);
  ELSE
    UPDATE guardians g SET "deletedAt" = NULL, "updatedAt" = now(), "updatedById" = NEW."updatedById"
    WHERE g."organizationId" = NEW."organizationId" AND g."deletedAt" = OLD."deletedAt"
      AND g.id IN (SELECT "guardianId" FROM guardian_links WHERE "organizationId" = NEW."organizationId" AND "studentId" = NEW.id AND "deletedAt" = OLD."deletedAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guardians_follow AFTER UPDATE OF "deletedAt" ON students FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION guardians_follow();
DROP TRIGGER soft_delete_children ON students;
CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON students FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION soft_delete_children('guardian_links', 'studentId', 'class_enrollments', 'studentId', 'student_notes', 'studentId');

-- A class takes no more than it has places for, however many ask at once: the class's row is held while they are counted.
-- What a roster says is taken as it is.
CREATE FUNCTION class_has_room() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE places int; taken int;
BEGIN
  SELECT capacity INTO places FROM classes WHERE "organizationId" = NEW."organizationId" AND id = NEW."classId";
  IF places IS NULL THEN RETURN NEW; END IF;
  SELECT capacity INTO places FROM classes WHERE "organizationId" = NEW."organizationId" AND id = NEW."classId" FOR NO KEY UPDATE;
  SELECT count(*) INTO taken FROM class_enrollments e WHERE e."organizationId" = NEW."organizationId" AND e."classId" = NEW."classId" AND e.id <> NEW.id
    AND e."deletedAt" IS NULL AND (e.ended_on IS NULL OR e.ended_on >= NEW.enrolled_on) AND e.status NOT IN ('pending', 'waitlisted', 'cancelled', 'no_show');
  IF taken >= places THEN
    RAISE EXCEPTION 'class_has_room' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER class_has_room BEFORE INSERT ON class_enrollments FOR EACH ROW
  WHEN (NEW.sourced_id IS NULL AND NEW."deletedAt" IS NULL AND NEW.ended_on IS NULL AND NEW.status NOT IN ('pending', 'waitlisted', 'cancelled', 'no_show'))
  EXECUTE FUNCTION class_has_room();
CREATE TRIGGER class_still_has_room BEFORE UPDATE OF status, ended_on, "classId" ON class_enrollments FOR EACH ROW
  WHEN (NEW.sourced_id IS NULL AND NEW."deletedAt" IS NULL AND NEW.ended_on IS NULL AND NEW.status NOT IN ('pending', 'waitlisted', 'cancelled', 'no_show')
    AND (OLD.ended_on IS NOT NULL OR OLD."classId" <> NEW."classId" OR OLD.status IN ('pending', 'waitlisted', 'cancelled', 'no_show')))
  EXECUTE FUNCTION class_has_room();

-- Permissions, and what organizations that exist already have of them.
INSERT INTO permissions (name) VALUES ('READ_STUDENT_NOTES'), ('UPDATE_STUDENT_NOTES');
DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    INSERT INTO "rolesPermissionsPermissions" ("roles_permissionsId", "permissionId", "organizationId")
    SELECT r.id, p.id, organization FROM roles r JOIN permissions p ON p.name LIKE '%\_STUDENT\_NOTES' AND (p.name LIKE 'READ%' OR r.key IN ('organization_administrator', 'registrar'))
    WHERE r."organizationId" = organization AND r.key IN ('organization_administrator', 'registrar', 'campus_director', 'teacher');
    INSERT INTO guardian_links ("organizationId", "guardianId", "studentId", relationship, emergency_order, "createdById", "updatedById", "deletedAt")
    SELECT organization, id, "studentId", relationship, CASE WHEN primary_contact THEN 1 END, "createdById", "updatedById", "deletedAt" FROM guardians WHERE "organizationId" = organization;
  END LOOP;
  PERFORM leave_gate('');
END $$;
