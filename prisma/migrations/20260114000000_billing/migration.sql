-- CreateEnum
CREATE TYPE "enum_discount_rules_kind" AS ENUM ('sibling', 'staff_child', 'early_bird', 'scholarship', 'by_hand');

-- CreateEnum
CREATE TYPE "enum_invoice_runs_state" AS ENUM ('waiting', 'doing', 'done', 'cancelled', 'undone');

-- DropIndex
DROP INDEX "invoices_period_live";

-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "closed_because" TEXT,
ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "runId" UUID,
ALTER COLUMN "invoice_number" DROP NOT NULL;

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "campusId" UUID,
ADD COLUMN     "studentId" UUID,
ALTER COLUMN "invoiceId" DROP NOT NULL;

-- What was paid before belongs to the student and the campus of its invoice.
DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    UPDATE payments p SET "studentId" = i."studentId", "campusId" = i."campusId" FROM invoices i
    WHERE p."organizationId" = organization AND i."organizationId" = organization AND i.id = p."invoiceId";
  END LOOP;
  PERFORM leave_gate('');
END $$;
ALTER TABLE "payments" ALTER COLUMN "campusId" SET NOT NULL, ALTER COLUMN "studentId" SET NOT NULL;

-- CreateTable
CREATE TABLE "fee_plan_lines" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "fee_planId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "amount" DECIMAL(12,2) NOT NULL,
    "tax_rate" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "fee_plan_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_plan_instalments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "fee_planId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "period" DATE NOT NULL,
    "due_date" DATE NOT NULL,
    "amount" DECIMAL(12,2) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "fee_plan_instalments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discount_rules" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "kind" "enum_discount_rules_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "percent" INTEGER,
    "amount" DECIMAL(12,2),
    "from_child" INTEGER,
    "until" DATE,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "discount_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student_discounts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "studentId" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "student_discounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoiceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "amount" DECIMAL(12,2) NOT NULL,
    "discount_amount" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "tax_rate" INTEGER NOT NULL DEFAULT 0,
    "tax_amount" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_discounts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoiceId" UUID NOT NULL,
    "ruleId" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "enum_discount_rules_kind" NOT NULL,
    "reason" TEXT,
    "amount" DECIMAL(12,2) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "invoice_discounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_runs" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "fee_planId" UUID NOT NULL,
    "campusId" UUID,
    "period" DATE NOT NULL,
    "issue_date" DATE NOT NULL,
    "due_date" DATE NOT NULL,
    "state" "enum_invoice_runs_state" NOT NULL DEFAULT 'waiting',
    "wanted" INTEGER NOT NULL DEFAULT 0,
    "made" INTEGER NOT NULL DEFAULT 0,
    "total_amount" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "invoice_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_allocations" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "paymentId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "amount" DECIMAL(12,2) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "payment_allocations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "fee_plan_lines_position_live" ON "fee_plan_lines"("organizationId", "fee_planId", "position") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "fee_plan_instalments_period_live" ON "fee_plan_instalments"("organizationId", "fee_planId", "period") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "discount_rules_organizationId_id_key" ON "discount_rules"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "discount_rules_name_live" ON "discount_rules"("organizationId", "name") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "student_discounts_rule_live" ON "student_discounts"("organizationId", "studentId", "ruleId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_position_live" ON "invoice_lines"("organizationId", "invoiceId", "position") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "invoice_discounts_position_live" ON "invoice_discounts"("organizationId", "invoiceId", "position") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "invoice_runs_organizationId_fee_planId_idx" ON "invoice_runs"("organizationId", "fee_planId");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_runs_organizationId_id_key" ON "invoice_runs"("organizationId", "id");

-- CreateIndex
CREATE INDEX "payment_allocations_organizationId_paymentId_idx" ON "payment_allocations"("organizationId", "paymentId");

-- CreateIndex
CREATE INDEX "payment_allocations_organizationId_invoiceId_idx" ON "payment_allocations"("organizationId", "invoiceId");

-- CreateIndex
CREATE INDEX "invoices_organizationId_due_date_id_idx" ON "invoices"("organizationId", "due_date", "id");

-- CreateIndex
CREATE INDEX "invoices_organizationId_runId_idx" ON "invoices"("organizationId", "runId");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_period_live" ON "invoices"("organizationId", "fee_planId", "studentId", "billing_period") WHERE (("deletedAt" IS NULL) AND (status <> 'void'::enum_invoices_status));

-- CreateIndex
CREATE INDEX "payments_organizationId_studentId_idx" ON "payments"("organizationId", "studentId");

-- CreateIndex
CREATE INDEX "payments_organizationId_campusId_paid_at_idx" ON "payments"("organizationId", "campusId", "paid_at");

-- CreateIndex
CREATE INDEX "payments_organizationId_paid_at_id_idx" ON "payments"("organizationId", "paid_at", "id");

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organizationId_runId_fkey" FOREIGN KEY ("organizationId", "runId") REFERENCES "invoice_runs"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fee_plan_lines" ADD CONSTRAINT "fee_plan_lines_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fee_plan_lines" ADD CONSTRAINT "fee_plan_lines_organizationId_fee_planId_fkey" FOREIGN KEY ("organizationId", "fee_planId") REFERENCES "fee_plans"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fee_plan_instalments" ADD CONSTRAINT "fee_plan_instalments_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fee_plan_instalments" ADD CONSTRAINT "fee_plan_instalments_organizationId_fee_planId_fkey" FOREIGN KEY ("organizationId", "fee_planId") REFERENCES "fee_plans"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discount_rules" ADD CONSTRAINT "discount_rules_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_discounts" ADD CONSTRAINT "student_discounts_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_discounts" ADD CONSTRAINT "student_discounts_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "student_discounts" ADD CONSTRAINT "student_discounts_organizationId_ruleId_fkey" FOREIGN KEY ("organizationId", "ruleId") REFERENCES "discount_rules"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organizationId_invoiceId_fkey" FOREIGN KEY ("organizationId", "invoiceId") REFERENCES "invoices"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_discounts" ADD CONSTRAINT "invoice_discounts_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_discounts" ADD CONSTRAINT "invoice_discounts_organizationId_invoiceId_fkey" FOREIGN KEY ("organizationId", "invoiceId") REFERENCES "invoices"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_discounts" ADD CONSTRAINT "invoice_discounts_organizationId_ruleId_fkey" FOREIGN KEY ("organizationId", "ruleId") REFERENCES "discount_rules"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_runs" ADD CONSTRAINT "invoice_runs_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_runs" ADD CONSTRAINT "invoice_runs_organizationId_fee_planId_fkey" FOREIGN KEY ("organizationId", "fee_planId") REFERENCES "fee_plans"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_runs" ADD CONSTRAINT "invoice_runs_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organizationId_paymentId_fkey" FOREIGN KEY ("organizationId", "paymentId") REFERENCES "payments"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organizationId_invoiceId_fkey" FOREIGN KEY ("organizationId", "invoiceId") REFERENCES "invoices"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's schema language cannot say ---------------------------------------------------------------------

-- An amount that is not a number is greater than every number.
ALTER TABLE fee_plans ADD CHECK (total_amount < 'NaN');
ALTER TABLE invoices ADD CHECK (subtotal < 'NaN' AND total_amount < 'NaN' AND tax_amount < 'NaN'), ADD CHECK (status = 'draft' OR invoice_number IS NOT NULL);
ALTER TABLE payments ADD CHECK (amount < 'NaN');
ALTER TABLE fee_plan_lines ADD CHECK (amount > 0 AND amount < 'NaN' AND tax_rate BETWEEN 0 AND 10000);
ALTER TABLE fee_plan_instalments ADD CHECK (amount > 0 AND amount < 'NaN');
ALTER TABLE discount_rules ADD CHECK ((percent IS NULL) <> (amount IS NULL)), ADD CHECK (percent BETWEEN 1 AND 10000), ADD CHECK (amount > 0 AND amount < 'NaN'),
  ADD CHECK ((kind = 'sibling') = (from_child IS NOT NULL) AND (from_child IS NULL OR from_child BETWEEN 2 AND 20)), ADD CHECK ((kind = 'early_bird') = (until IS NOT NULL));
ALTER TABLE student_discounts ADD CHECK (ends_on >= starts_on);
ALTER TABLE invoice_lines ADD CHECK (amount >= 0 AND amount < 'NaN' AND discount_amount BETWEEN 0 AND amount AND tax_rate BETWEEN 0 AND 10000 AND tax_amount BETWEEN 0 AND amount);
ALTER TABLE invoice_discounts ADD CHECK (amount > 0 AND amount < 'NaN');
ALTER TABLE invoice_runs ADD CHECK (wanted >= 0 AND made BETWEEN 0 AND wanted AND due_date >= issue_date);
ALTER TABLE payment_allocations ADD CHECK (amount <> 0 AND amount < 'NaN');

-- An invoice that was issued stays as it is: what it owes and how it stands follow its allocations, the rest is settled.
CREATE FUNCTION invoice_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND (NEW.status = 'draft' OR
    ROW(NEW.invoice_number, NEW.issue_date, NEW.due_date, NEW.subtotal, NEW.discount_amount, NEW.tax_amount, NEW.total_amount, NEW."campusId", NEW."fee_planId", NEW."studentId", NEW.billing_period, NEW."runId", NEW.notes, NEW."deletedAt")
    IS DISTINCT FROM ROW(OLD.invoice_number, OLD.issue_date, OLD.due_date, OLD.subtotal, OLD.discount_amount, OLD.tax_amount, OLD.total_amount, OLD."campusId", OLD."fee_planId", OLD."studentId", OLD.billing_period, OLD."runId", OLD.notes, OLD."deletedAt")) THEN
    RAISE EXCEPTION 'invoice_stands: an issued invoice does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_stands BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION invoice_stands();

CREATE FUNCTION invoice_parts_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT status FROM invoices WHERE "organizationId" = OLD."organizationId" AND id = OLD."invoiceId") <> 'draft' THEN
    RAISE EXCEPTION 'invoice_stands: an issued invoice does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_parts_stand BEFORE UPDATE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION invoice_parts_stand();
CREATE TRIGGER invoice_parts_stand BEFORE UPDATE ON invoice_discounts FOR EACH ROW EXECUTE FUNCTION invoice_parts_stand();

-- Of a payment only its standing changes: it is reversed by another one.
CREATE FUNCTION payment_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW.receipt_number, NEW.paid_at, NEW.amount, NEW.method, NEW.reference_code, NEW."invoiceId", NEW."studentId", NEW."campusId", NEW."received_byId", NEW.reverses_id, NEW."deletedAt")
    IS DISTINCT FROM ROW(OLD.receipt_number, OLD.paid_at, OLD.amount, OLD.method, OLD.reference_code, OLD."invoiceId", OLD."studentId", OLD."campusId", OLD."received_byId", OLD.reverses_id, OLD."deletedAt") THEN
    RAISE EXCEPTION 'payment_stands: a payment does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_stands BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION payment_stands();

-- What an invoice owes follows from what was put to it, whoever writes; the check on the balance refuses more than that.
-- A payment gives no more than it brought, and takes back no more than it gave.
CREATE FUNCTION allocate_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  root uuid;
  ids uuid[];
  brought numeric;
  given numeric;
  standing text;
BEGIN
  SELECT coalesce(reverses_id, id) INTO root FROM payments WHERE "organizationId" = NEW."organizationId" AND id = NEW."paymentId";
  PERFORM FROM payments WHERE "organizationId" = NEW."organizationId" AND id = root FOR NO KEY UPDATE;
  ids := ARRAY[root] || ARRAY(SELECT id FROM payments WHERE "organizationId" = NEW."organizationId" AND reverses_id = root);
  SELECT sum(amount) INTO brought FROM payments WHERE "organizationId" = NEW."organizationId" AND id = ANY (ids);
  SELECT coalesce(sum(amount) FILTER (WHERE NEW.amount > 0 OR "invoiceId" = NEW."invoiceId"), 0) INTO given
    FROM payment_allocations WHERE "organizationId" = NEW."organizationId" AND "paymentId" = ANY (ids);
  IF (NEW.amount > 0 AND given > brought) OR (NEW.amount < 0 AND given < 0) THEN
    RAISE EXCEPTION 'allocate_payment: more than the payment has' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE invoices SET balance_due = balance_due - NEW.amount, "updatedAt" = now(), "updatedById" = NEW."createdById",
    status = CASE WHEN status = 'uncollectible' THEN status WHEN balance_due = NEW.amount THEN 'paid' WHEN balance_due - NEW.amount = total_amount THEN 'issued' ELSE 'partially_paid' END::enum_invoices_status
    WHERE "organizationId" = NEW."organizationId" AND id = NEW."invoiceId" AND "deletedAt" IS NULL
      AND (status IN ('issued', 'partially_paid', 'paid') OR status = 'uncollectible' AND NEW.amount < 0)
    RETURNING status INTO standing;
  IF standing IS NULL THEN
    RAISE EXCEPTION 'allocate_payment: nothing is open there' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER allocate_payment AFTER INSERT ON payment_allocations FOR EACH ROW EXECUTE FUNCTION allocate_payment();
CREATE INDEX payments_reversing ON payments ("organizationId", reverses_id) WHERE reverses_id IS NOT NULL;

CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON fee_plans FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION soft_delete_children('fee_plan_lines', 'fee_planId', 'fee_plan_instalments', 'fee_planId');

DO $$
DECLARE
  name text;
  org constant text := '(SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['fee_plan_lines', 'fee_plan_instalments', 'discount_rules', 'student_discounts', 'invoice_lines', 'invoice_discounts', 'invoice_runs', 'payment_allocations'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I USING ("organizationId" = %s) WITH CHECK ("organizationId" = %s)', name, org, org);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO homeroom_app', name);
  END LOOP;
END $$;
REVOKE UPDATE ON payment_allocations FROM homeroom_app;

-- Campus directors see what their campus charges for.
DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    INSERT INTO "rolesPermissionsPermissions" ("roles_permissionsId", "permissionId", "organizationId")
    SELECT r.id, p.id, organization FROM roles r JOIN permissions p ON p.name = 'READ_FEE_PLANS'
    WHERE r."organizationId" = organization AND r.key = 'campus_director';
  END LOOP;
  PERFORM leave_gate('');
END $$;

-- What is open is few among what was ever issued: sums of it read nothing else.
CREATE INDEX invoices_open ON invoices ("organizationId", "campusId", due_date) INCLUDE (balance_due, "studentId") WHERE "deletedAt" IS NULL AND status IN ('issued', 'partially_paid');
