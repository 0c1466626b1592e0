-- Staff development: visits with an answer, drafts, notes that are published and read, quizzes in attempts, results that are shared, and asking somebody for a talk.
ALTER TABLE "content_catalog" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "createdById" UUID, ADD COLUMN "updatedById" UUID;

ALTER TABLE "frame_entries" ADD COLUMN "published_at" TIMESTAMPTZ(3), ALTER COLUMN "formal" SET DEFAULT '', ALTER COLUMN "recognition" SET DEFAULT '', ALTER COLUMN "application" SET DEFAULT '', ALTER COLUMN "management" SET DEFAULT '', ALTER COLUMN "emotional" SET DEFAULT '';
CREATE UNIQUE INDEX "frame_entries_organizationId_id_key" ON "frame_entries"("organizationId", "id");

ALTER TABLE "safety_quiz_results" ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "passed" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "safety_quiz_results_attempt_live" ON "safety_quiz_results"("organizationId", "userId", "week_of", "attempt") WHERE ("deletedAt" IS NULL);

ALTER TABLE "walkthrough_checkins" ADD COLUMN "subject" TEXT, ADD COLUMN "visited_at" TIMESTAMPTZ(3), ADD COLUMN "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "teacher_read_at" TIMESTAMPTZ(3), ADD COLUMN "teacher_reply" TEXT, ADD COLUMN "teacher_replied_at" TIMESTAMPTZ(3);
CREATE INDEX "walkthrough_checkins_organizationId_teacherId_check_in_date_idx" ON "walkthrough_checkins"("organizationId", "teacherId", "check_in_date");

ALTER TABLE "personality_quiz_results" ADD COLUMN "shared_at" TIMESTAMPTZ(3);

CREATE TABLE "walkthrough_drafts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "teacherId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "walkthrough_drafts_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "walkthrough_drafts" ADD CONSTRAINT "walkthrough_drafts_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "walkthrough_drafts" ADD CONSTRAINT "walkthrough_drafts_organizationId_teacherId_fkey" FOREIGN KEY ("organizationId", "teacherId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "walkthrough_drafts" ADD CONSTRAINT "walkthrough_drafts_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "walkthrough_drafts" ADD CONSTRAINT "walkthrough_drafts_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "walkthrough_drafts_organizationId_userId_idx" ON "walkthrough_drafts"("organizationId", "userId");

CREATE TABLE "frame_reads" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "frame_entryId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "frame_reads_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "frame_reads" ADD CONSTRAINT "frame_reads_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "frame_reads" ADD CONSTRAINT "frame_reads_organizationId_frame_entryId_fkey" FOREIGN KEY ("organizationId", "frame_entryId") REFERENCES "frame_entries"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "frame_reads" ADD CONSTRAINT "frame_reads_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE UNIQUE INDEX "frame_reads_live" ON "frame_reads"("organizationId", "frame_entryId", "userId") WHERE ("deletedAt" IS NULL);

CREATE TABLE "talk_requests" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "note" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "from_userId" UUID NOT NULL,
    "to_userId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "talk_requests_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "talk_requests" ADD CONSTRAINT "talk_requests_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "talk_requests" ADD CONSTRAINT "talk_requests_organizationId_from_userId_fkey" FOREIGN KEY ("organizationId", "from_userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "talk_requests" ADD CONSTRAINT "talk_requests_organizationId_to_userId_fkey" FOREIGN KEY ("organizationId", "to_userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE UNIQUE INDEX "talk_requests_open_live" ON "talk_requests"("organizationId", "from_userId", "to_userId") WHERE (("deletedAt" IS NULL) AND ("settled_at" IS NULL));
CREATE INDEX "talk_requests_organizationId_to_userId_idx" ON "talk_requests"("organizationId", "to_userId");
CREATE INDEX "talk_requests_organizationId_from_userId_idx" ON "talk_requests"("organizationId", "from_userId");

CREATE POLICY tenant ON walkthrough_drafts USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE walkthrough_drafts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON walkthrough_drafts TO homeroom_app;
CREATE POLICY tenant ON frame_reads USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE frame_reads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON frame_reads TO homeroom_app;
CREATE POLICY tenant ON talk_requests USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE talk_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON talk_requests TO homeroom_app;

INSERT INTO permissions (name) VALUES ('ANSWER_WALKTHROUGHS'), ('READ_CONTENT'), ('UPDATE_CONTENT'), ('READ_QUIZ_RESULTS'), ('READ_WELLBEING_TRENDS');

DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    INSERT INTO "rolesPermissionsPermissions" ("roles_permissionsId", "permissionId", "organizationId")
    SELECT r.id, p.id, organization FROM roles r JOIN permissions p ON
      (r.key = 'organization_administrator' AND p.name IN ('ANSWER_WALKTHROUGHS', 'READ_CONTENT', 'UPDATE_CONTENT', 'READ_QUIZ_RESULTS', 'READ_WELLBEING_TRENDS'))
      OR (r.key = 'campus_director' AND p.name IN ('READ_QUIZ_RESULTS', 'READ_WELLBEING_TRENDS'))
      OR (r.key IN ('teacher', 'assistant') AND p.name IN ('READ_WALKTHROUGHS', 'ANSWER_WALKTHROUGHS'))
    WHERE r."organizationId" = organization;
  END LOOP;
  PERFORM leave_gate('');
END $$;
