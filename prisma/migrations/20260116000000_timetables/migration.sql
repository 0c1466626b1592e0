-- Timetables that are drawn: rooms, bell schedules, how many lessons somebody may teach, and what a calendar hears of a change.

CREATE TYPE "enum_rooms_room_type" AS ENUM ('classroom', 'laboratory', 'computer', 'workshop', 'art', 'music', 'gym', 'hall', 'library', 'outdoor', 'other');
CREATE TYPE "enum_bell_periods_kind" AS ENUM ('lesson', 'break', 'assembly');

ALTER TABLE "staff" ADD COLUMN "weekly_lessons" INTEGER, ADD CHECK (weekly_lessons BETWEEN 1 AND 60);
ALTER TABLE "timetable_periods" ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "rooms" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "room_type" "enum_rooms_room_type" NOT NULL DEFAULT 'classroom',
    "capacity" INTEGER,
    "note" TEXT,
    "campusId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rooms_organizationId_campusId_idx" ON "rooms"("organizationId", "campusId");
CREATE INDEX "rooms_organizationId_name_id_idx" ON "rooms"("organizationId", "name", "id");
CREATE UNIQUE INDEX rooms_name_live ON rooms ("organizationId", "campusId", lower(name)) WHERE "deletedAt" IS NULL;
ALTER TABLE rooms ADD CHECK (name <> '' AND (capacity IS NULL OR capacity > 0));
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "bell_schedules" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "monday" BOOLEAN NOT NULL DEFAULT false,
    "tuesday" BOOLEAN NOT NULL DEFAULT false,
    "wednesday" BOOLEAN NOT NULL DEFAULT false,
    "thursday" BOOLEAN NOT NULL DEFAULT false,
    "friday" BOOLEAN NOT NULL DEFAULT false,
    "saturday" BOOLEAN NOT NULL DEFAULT false,
    "sunday" BOOLEAN NOT NULL DEFAULT false,
    "campusId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "bell_schedules_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "bell_schedules_organizationId_id_key" ON "bell_schedules"("organizationId", "id");
CREATE UNIQUE INDEX "bell_schedules_monday_live" ON "bell_schedules"("organizationId", "campusId", "monday") WHERE (("deletedAt" IS NULL) AND monday);
CREATE UNIQUE INDEX "bell_schedules_tuesday_live" ON "bell_schedules"("organizationId", "campusId", "tuesday") WHERE (("deletedAt" IS NULL) AND tuesday);
CREATE UNIQUE INDEX "bell_schedules_wednesday_live" ON "bell_schedules"("organizationId", "campusId", "wednesday") WHERE (("deletedAt" IS NULL) AND wednesday);
CREATE UNIQUE INDEX "bell_schedules_thursday_live" ON "bell_schedules"("organizationId", "campusId", "thursday") WHERE (("deletedAt" IS NULL) AND thursday);
CREATE UNIQUE INDEX "bell_schedules_friday_live" ON "bell_schedules"("organizationId", "campusId", "friday") WHERE (("deletedAt" IS NULL) AND friday);
CREATE UNIQUE INDEX "bell_schedules_saturday_live" ON "bell_schedules"("organizationId", "campusId", "saturday") WHERE (("deletedAt" IS NULL) AND saturday);
CREATE UNIQUE INDEX "bell_schedules_sunday_live" ON "bell_schedules"("organizationId", "campusId", "sunday") WHERE (("deletedAt" IS NULL) AND sunday);
ALTER TABLE bell_schedules ADD CHECK (name <> '');
ALTER TABLE "bell_schedules" ADD CONSTRAINT "bell_schedules_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bell_schedules" ADD CONSTRAINT "bell_schedules_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "bell_periods" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "starts_at" TIME(0) NOT NULL,
    "ends_at" TIME(0) NOT NULL,
    "kind" "enum_bell_periods_kind" NOT NULL DEFAULT 'lesson',
    "bell_scheduleId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "bell_periods_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bell_periods_organizationId_bell_scheduleId_idx" ON "bell_periods"("organizationId", "bell_scheduleId");
ALTER TABLE bell_periods ADD CHECK (name <> '' AND ends_at > starts_at);
ALTER TABLE bell_periods ADD CONSTRAINT bell_periods_one_at_a_time EXCLUDE USING gist ("organizationId" WITH =, "bell_scheduleId" WITH =,
  tsrange(date '2000-01-01' + starts_at, date '2000-01-01' + ends_at) WITH &&) WHERE ("deletedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "bell_periods" ADD CONSTRAINT "bell_periods_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bell_periods" ADD CONSTRAINT "bell_periods_organizationId_bell_scheduleId_fkey" FOREIGN KEY ("organizationId", "bell_scheduleId") REFERENCES "bell_schedules"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON bell_schedules FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION soft_delete_children('bell_periods', 'bell_scheduleId');

-- What a calendar hears of a lesson, counted: day, times, place, teacher, and from when until when it is given.
CREATE OR REPLACE FUNCTION timetable_period_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "classId", "teacherId" INTO NEW."classId", NEW."teacherId"
    FROM class_subjects WHERE "organizationId" = NEW."organizationId" AND id = NEW."class_subjectId";
  SELECT "campusId", status = 'published' AND "deletedAt" IS NULL, effective_from, effective_to
    INTO NEW."campusId", NEW.published, NEW.effective_from, NEW.effective_to
    FROM timetables WHERE "organizationId" = NEW."organizationId" AND id = NEW."timetableId";
  IF TG_OP = 'UPDATE' AND (OLD.day_of_week, OLD.starts_at, OLD.ends_at, OLD.room, OLD."class_subjectId", OLD."teacherId", OLD.published, OLD.effective_from, OLD.effective_to, OLD."deletedAt")
    IS DISTINCT FROM (NEW.day_of_week, NEW.starts_at, NEW.ends_at, NEW.room, NEW."class_subjectId", NEW."teacherId", NEW.published, NEW.effective_from, NEW.effective_to, NEW."deletedAt") THEN
    NEW.sequence := OLD.sequence + 1;
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rooms', 'bell_schedules', 'bell_periods'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I USING ("organizationId" = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid)) WITH CHECK ("organizationId" = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid))', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO homeroom_app', t);
  END LOOP;
END $$;
