-- CreateTable
CREATE TABLE "printings" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "runId" UUID,
    "campuses" UUID[],
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "printings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "printings_organizationId_createdById_createdAt_idx" ON "printings"("organizationId", "createdById", "createdAt");

-- AddForeignKey
ALTER TABLE "printings" ADD CONSTRAINT "printings_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "printings" ADD CONSTRAINT "printings_organizationId_runId_fkey" FOREIGN KEY ("organizationId", "runId") REFERENCES "invoice_runs"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's schema language cannot say ---------------------------------------------------------------------

ALTER TABLE printings ADD CHECK (state IN ('waiting', 'doing', 'done', 'failed')), ADD CHECK (done BETWEEN 0 AND total), ADD CHECK (cardinality(campuses) > 0);
-- Whoever asks twice gets the one that is under way.
CREATE UNIQUE INDEX printings_underway ON printings ("organizationId", "createdById", "runId") NULLS NOT DISTINCT WHERE "deletedAt" IS NULL AND state IN ('waiting', 'doing');

CREATE POLICY tenant ON printings USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE printings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON printings TO homeroom_app;
