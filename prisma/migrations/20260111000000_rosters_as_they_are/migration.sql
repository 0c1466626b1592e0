-- A class follows its terms; without dates it meets all year.
ALTER TABLE classes ADD COLUMN "starts_on" DATE, ADD COLUMN "ends_on" DATE, ADD CHECK (ends_on >= starts_on);

-- Who taught a register when it was taken, whoever teaches the class today.
ALTER TABLE attendance_sessions ADD COLUMN "teacherId" UUID,
  ADD CONSTRAINT "attendance_sessions_organizationId_teacherId_fkey" FOREIGN KEY ("organizationId", "teacherId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateTable
CREATE TABLE "class_teachers" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "classId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "main" BOOLEAN NOT NULL DEFAULT true,
    "importHash" VARCHAR(255),
    "sourced_id" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "class_teachers_pkey" PRIMARY KEY ("id"),
    CHECK (ends_on >= starts_on)
);

-- CreateTable
CREATE TABLE "student_campuses" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "studentId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "importHash" VARCHAR(255),
    "sourced_id" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "student_campuses_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "class_teachers_import_hash_live" ON "class_teachers"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));
CREATE UNIQUE INDEX "class_teachers_sourced_id_live" ON "class_teachers"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));
CREATE INDEX "class_teachers_organizationId_classId_idx" ON "class_teachers"("organizationId", "classId");
CREATE INDEX "class_teachers_organizationId_staffId_idx" ON "class_teachers"("organizationId", "staffId");
CREATE UNIQUE INDEX "student_campuses_campus_live" ON "student_campuses"("organizationId", "studentId", "campusId") WHERE ("deletedAt" IS NULL);
CREATE UNIQUE INDEX "student_campuses_import_hash_live" ON "student_campuses"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));
CREATE UNIQUE INDEX "student_campuses_sourced_id_live" ON "student_campuses"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));
CREATE INDEX "student_campuses_organizationId_campusId_studentId_idx" ON "student_campuses"("organizationId", "campusId", "studentId");

ALTER TABLE "class_teachers" ADD CONSTRAINT "class_teachers_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "class_teachers_organizationId_classId_fkey" FOREIGN KEY ("organizationId", "classId") REFERENCES "classes"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "class_teachers_organizationId_staffId_fkey" FOREIGN KEY ("organizationId", "staffId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "student_campuses" ADD CONSTRAINT "student_campuses_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "student_campuses_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "student_campuses_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE POLICY tenant ON class_teachers USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE class_teachers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON class_teachers TO homeroom_app;
CREATE POLICY tenant ON student_campuses USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE student_campuses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON student_campuses TO homeroom_app;

-- Whoever is given a seat at another campus belongs to that one, too, however the seat came about.
CREATE FUNCTION student_campuses_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO student_campuses ("organizationId", "studentId", "campusId")
    SELECT DISTINCT n."organizationId", n."studentId", c."campusId" FROM seats n
      JOIN classes c ON c."organizationId" = n."organizationId" AND c.id = n."classId"
      JOIN students s ON s."organizationId" = n."organizationId" AND s.id = n."studentId"
    WHERE c."campusId" <> s."campusId" AND n."deletedAt" IS NULL AND n.status NOT IN ('cancelled', 'no_show')
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER student_campuses_follow AFTER INSERT ON class_enrollments REFERENCING NEW TABLE AS seats
  FOR EACH STATEMENT EXECUTE FUNCTION student_campuses_follow();

-- The last part of an upload begins one import, however often and at once it is sent.
CREATE UNIQUE INDEX import_batches_upload ON import_batches ("organizationId", "createdById", (found->>'upload')) WHERE found->>'upload' IS NOT NULL;

-- Seats at another campus that are there already.
DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    INSERT INTO student_campuses ("organizationId", "studentId", "campusId")
      SELECT DISTINCT e."organizationId", e."studentId", c."campusId" FROM class_enrollments e
        JOIN classes c ON c."organizationId" = e."organizationId" AND c.id = e."classId" JOIN students s ON s."organizationId" = e."organizationId" AND s.id = e."studentId"
      WHERE c."campusId" <> s."campusId" AND e."deletedAt" IS NULL AND e.status NOT IN ('cancelled', 'no_show');
  END LOOP;
  PERFORM leave_gate('');
END $$;
