-- One deed on many records: what was asked, and for each record how far it is and how it was before, which is its undo.
CREATE TABLE bulk_acts (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  deed text NOT NULL,
  state text NOT NULL DEFAULT 'doing' CHECK (state IN ('doing', 'done', 'undoing', 'undone')),
  input jsonb NOT NULL DEFAULT '{}',
  "createdAt" timestamptz(3) NOT NULL DEFAULT now(),
  "updatedAt" timestamptz(3) NOT NULL DEFAULT now(),
  "createdById" uuid,
  "updatedById" uuid,
  "organizationId" uuid NOT NULL DEFAULT app_organization()
);
CREATE UNIQUE INDEX "bulk_acts_organizationId_id_key" ON bulk_acts ("organizationId", id);
ALTER TABLE bulk_acts ADD CONSTRAINT "bulk_acts_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES organizations (id) ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE bulk_act_records (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  "actId" uuid NOT NULL,
  "recordId" uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'same', 'refused', 'undone', 'kept')),
  before jsonb,
  "createdAt" timestamptz(3) NOT NULL DEFAULT now(),
  "organizationId" uuid NOT NULL DEFAULT app_organization()
);
CREATE INDEX "bulk_act_records_organizationId_actId_state_id_idx" ON bulk_act_records ("organizationId", "actId", state, id);
ALTER TABLE bulk_act_records ADD CONSTRAINT "bulk_act_records_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES organizations (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE bulk_act_records ADD CONSTRAINT "bulk_act_records_organizationId_actId_fkey" FOREIGN KEY ("organizationId", "actId") REFERENCES bulk_acts ("organizationId", id) ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE POLICY tenant ON bulk_acts USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY tenant ON bulk_act_records USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE bulk_acts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE bulk_act_records ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON bulk_acts, bulk_act_records TO homeroom_app;
