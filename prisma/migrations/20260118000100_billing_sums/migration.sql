-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "gradeId" UUID;

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "gradeId" UUID;

-- CreateTable
CREATE TABLE "billing_sums" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "campusId" UUID NOT NULL,
    "gradeId" UUID,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 0,
    "amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "billing_sums_pkey" PRIMARY KEY ("id")
) WITH (fillfactor = 80);

-- CreateIndex
CREATE INDEX "invoices_organizationId_issue_date_idx" ON "invoices"("organizationId", "issue_date");

-- CreateIndex
CREATE INDEX "invoice_discounts_organizationId_kind_invoiceId_idx" ON "invoice_discounts"("organizationId", "kind", "invoiceId");

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organizationId_gradeId_fkey" FOREIGN KEY ("organizationId", "gradeId") REFERENCES "grades"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organizationId_gradeId_fkey" FOREIGN KEY ("organizationId", "gradeId") REFERENCES "grades"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "billing_sums" ADD CONSTRAINT "billing_sums_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "billing_sums" ADD CONSTRAINT "billing_sums_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "billing_sums" ADD CONSTRAINT "billing_sums_organizationId_gradeId_fkey" FOREIGN KEY ("organizationId", "gradeId") REFERENCES "grades"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's schema language cannot say ---------------------------------------------------------------------

ALTER TABLE billing_sums ADD CHECK (kind IN ('open', 'issued', 'discount', 'received', 'received_month'));
CREATE UNIQUE INDEX billing_sums_place ON billing_sums ("organizationId", "campusId", kind, day, part, "gradeId") NULLS NOT DISTINCT;
CREATE POLICY tenant ON billing_sums USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE billing_sums ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON billing_sums TO homeroom_app;

-- The grade of an invoice is its plan's, else where its student sits when it is written; so is a payment's.
CREATE FUNCTION grade_of_student(org uuid, student uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT c."gradeId" FROM class_enrollments e JOIN classes c ON c."organizationId" = org AND c.id = e."classId"
  WHERE e."organizationId" = org AND e."studentId" = student AND e."deletedAt" IS NULL AND e.status = 'active'
  ORDER BY c.class_type = 'homeroom' DESC, e.enrolled_on DESC, e.id LIMIT 1
$$;
CREATE FUNCTION invoice_grade() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."fee_planId" IS NOT NULL THEN
    SELECT "gradeId" INTO NEW."gradeId" FROM fee_plans WHERE "organizationId" = NEW."organizationId" AND id = NEW."fee_planId";
  END IF;
  IF NEW."fee_planId" IS NULL OR NEW."gradeId" IS NULL THEN
    NEW."gradeId" := grade_of_student(NEW."organizationId", NEW."studentId");
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION payment_grade() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What takes a payment back counts where the payment did.
  IF NEW.reverses_id IS NULL THEN
    NEW."gradeId" := grade_of_student(NEW."organizationId", NEW."studentId");
  ELSE
    SELECT "gradeId" INTO NEW."gradeId" FROM payments WHERE "organizationId" = NEW."organizationId" AND id = NEW.reverses_id;
  END IF;
  RETURN NEW;
END $$;

-- What each invoice and each payment adds to the sums. Sums of it all are what a dashboard reads, however long a school has billed.
CREATE VIEW billing_parts WITH (security_invoker = true) AS
  SELECT "organizationId", "campusId", NULL::uuid AS "gradeId", 'open' AS kind, due_date AS day, '' AS part, 1 AS count, balance_due AS amount FROM invoices WHERE "deletedAt" IS NULL AND status IN ('issued', 'partially_paid')
  UNION ALL SELECT "organizationId", "campusId", "gradeId", 'issued', date_trunc('month', issue_date)::date, '', 1, total_amount FROM invoices WHERE "deletedAt" IS NULL AND status NOT IN ('draft', 'void')
  UNION ALL SELECT i."organizationId", i."campusId", i."gradeId", 'discount', date_trunc('month', i.issue_date)::date, d.kind::text, 1, d.amount FROM invoices i JOIN invoice_discounts d ON d."organizationId" = i."organizationId" AND d."invoiceId" = i.id AND d."deletedAt" IS NULL
    WHERE i."deletedAt" IS NULL AND i.status NOT IN ('draft', 'void')
  UNION ALL SELECT p."organizationId", p."campusId", NULL, 'received', (p.paid_at AT TIME ZONE c.time_zone)::date, p.method::text, 1, p.amount FROM payments p JOIN campuses c ON c."organizationId" = p."organizationId" AND c.id = p."campusId"
    WHERE p."deletedAt" IS NULL AND p.method NOT IN ('scholarship', 'credit_note')
  UNION ALL SELECT p."organizationId", p."campusId", p."gradeId", 'received_month', date_trunc('month', p.paid_at AT TIME ZONE c.time_zone)::date, '', 1, p.amount FROM payments p JOIN campuses c ON c."organizationId" = p."organizationId" AND c.id = p."campusId"
    WHERE p."deletedAt" IS NULL AND p.method NOT IN ('scholarship', 'credit_note');
GRANT SELECT ON billing_parts TO homeroom_app;

DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    UPDATE invoices i SET "gradeId" = coalesce((SELECT f."gradeId" FROM fee_plans f WHERE f."organizationId" = organization AND f.id = i."fee_planId"), grade_of_student(organization, i."studentId")) WHERE i."organizationId" = organization;
    UPDATE payments p SET "gradeId" = grade_of_student(organization, p."studentId") WHERE p."organizationId" = organization;
    INSERT INTO billing_sums ("organizationId", "campusId", "gradeId", kind, day, part, count, amount)
    SELECT "organizationId", "campusId", "gradeId", kind, day, part, sum(count), sum(amount) FROM billing_parts WHERE "organizationId" = organization GROUP BY 1, 2, 3, 4, 5, 6;
  END LOOP;
  PERFORM leave_gate('');
END $$;

-- Whoever changes sums takes the organization's row first, as whoever gives out numbers does: two never wait for each other.
CREATE FUNCTION sum_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH changed AS (
    SELECT -1 AS sign, "organizationId", id, "campusId", "gradeId", due_date, issue_date, status, balance_due, total_amount, "deletedAt" IS NULL AS live FROM before
    UNION ALL SELECT 1, "organizationId", id, "campusId", "gradeId", due_date, issue_date, status, balance_due, total_amount, "deletedAt" IS NULL FROM after
  ), turned AS (
    SELECT "organizationId", id, "campusId", "gradeId", issue_date, sum(sign) AS sign FROM changed WHERE live AND status NOT IN ('draft', 'void') GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0
  ), parts AS (
    SELECT "organizationId", "campusId", NULL::uuid AS "gradeId", 'open' AS kind, due_date AS day, '' AS part, sign AS count, sign * balance_due AS amount FROM changed WHERE live AND status IN ('issued', 'partially_paid')
    UNION ALL SELECT "organizationId", "campusId", "gradeId", 'issued', date_trunc('month', issue_date)::date, '', sign, sign * total_amount FROM changed WHERE live AND status NOT IN ('draft', 'void')
    UNION ALL SELECT t."organizationId", t."campusId", t."gradeId", 'discount', date_trunc('month', t.issue_date)::date, d.kind::text, t.sign, t.sign * d.amount FROM turned t JOIN invoice_discounts d ON d."organizationId" = t."organizationId" AND d."invoiceId" = t.id AND d."deletedAt" IS NULL
  ), sums AS MATERIALIZED (
    SELECT "organizationId", "campusId", "gradeId", kind, day, part, sum(count) AS count, sum(amount) AS amount FROM parts GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(count) <> 0 OR sum(amount) <> 0
  ), turn AS MATERIALIZED (SELECT id FROM organizations WHERE id IN (SELECT "organizationId" FROM sums) FOR NO KEY UPDATE)
  INSERT INTO billing_sums ("organizationId", "campusId", "gradeId", kind, day, part, count, amount)
  SELECT s."organizationId", s."campusId", s."gradeId", s.kind, s.day, s.part, s.count, s.amount FROM sums s JOIN turn t ON t.id = s."organizationId" ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ("organizationId", "campusId", kind, day, part, "gradeId") DO UPDATE SET count = billing_sums.count + EXCLUDED.count, amount = billing_sums.amount + EXCLUDED.amount, "updatedAt" = now();
  RETURN NULL;
END $$;

-- Invoices come without what was taken off: that is told by its own rows.
CREATE FUNCTION sum_new_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH parts AS (
    SELECT "organizationId", "campusId", NULL::uuid AS "gradeId", 'open' AS kind, due_date AS day, balance_due AS amount FROM after WHERE "deletedAt" IS NULL AND status IN ('issued', 'partially_paid')
    UNION ALL SELECT "organizationId", "campusId", "gradeId", 'issued', date_trunc('month', issue_date)::date, total_amount FROM after WHERE "deletedAt" IS NULL AND status NOT IN ('draft', 'void')
  ), sums AS MATERIALIZED (
    SELECT "organizationId", "campusId", "gradeId", kind, day, count(*) AS count, sum(amount) AS amount FROM parts GROUP BY 1, 2, 3, 4, 5
  ), turn AS MATERIALIZED (SELECT id FROM organizations WHERE id IN (SELECT "organizationId" FROM sums) FOR NO KEY UPDATE)
  INSERT INTO billing_sums ("organizationId", "campusId", "gradeId", kind, day, count, amount)
  SELECT s."organizationId", s."campusId", s."gradeId", s.kind, s.day, s.count, s.amount FROM sums s JOIN turn t ON t.id = s."organizationId" ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ("organizationId", "campusId", kind, day, part, "gradeId") DO UPDATE SET count = billing_sums.count + EXCLUDED.count, amount = billing_sums.amount + EXCLUDED.amount, "updatedAt" = now();
  RETURN NULL;
END $$;

CREATE FUNCTION sum_discounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH sums AS MATERIALIZED (
    SELECT i."organizationId", i."campusId", i."gradeId", date_trunc('month', i.issue_date)::date AS day, d.kind::text AS part, count(*) AS count, sum(d.amount) AS amount
    FROM after d JOIN invoices i ON i."organizationId" = d."organizationId" AND i.id = d."invoiceId" AND i."deletedAt" IS NULL AND i.status NOT IN ('draft', 'void') WHERE d."deletedAt" IS NULL GROUP BY 1, 2, 3, 4, 5
  ), turn AS MATERIALIZED (SELECT id FROM organizations WHERE id IN (SELECT "organizationId" FROM sums) FOR NO KEY UPDATE)
  INSERT INTO billing_sums ("organizationId", "campusId", "gradeId", kind, day, part, count, amount)
  SELECT s."organizationId", s."campusId", s."gradeId", 'discount', s.day, s.part, s.count, s.amount FROM sums s JOIN turn t ON t.id = s."organizationId" ORDER BY 1, 2, 3, 5, 6
  ON CONFLICT ("organizationId", "campusId", kind, day, part, "gradeId") DO UPDATE SET count = billing_sums.count + EXCLUDED.count, amount = billing_sums.amount + EXCLUDED.amount, "updatedAt" = now();
  RETURN NULL;
END $$;

CREATE FUNCTION sum_payments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH placed AS (
    SELECT p."organizationId", p."campusId", p."gradeId", p.method::text AS method, p.amount, (p.paid_at AT TIME ZONE c.time_zone)::date AS day FROM after p JOIN campuses c ON c."organizationId" = p."organizationId" AND c.id = p."campusId"
    WHERE p.method NOT IN ('scholarship', 'credit_note') AND p."deletedAt" IS NULL
  ), parts AS (
    SELECT "organizationId", "campusId", NULL::uuid AS "gradeId", 'received' AS kind, day, method AS part, amount FROM placed
    UNION ALL SELECT "organizationId", "campusId", "gradeId", 'received_month', date_trunc('month', day)::date, '', amount FROM placed
  ), sums AS MATERIALIZED (
    SELECT "organizationId", "campusId", "gradeId", kind, day, part, count(*) AS count, sum(amount) AS amount FROM parts GROUP BY 1, 2, 3, 4, 5, 6
  ), turn AS MATERIALIZED (SELECT id FROM organizations WHERE id IN (SELECT "organizationId" FROM sums) FOR NO KEY UPDATE)
  INSERT INTO billing_sums ("organizationId", "campusId", "gradeId", kind, day, part, count, amount)
  SELECT s."organizationId", s."campusId", s."gradeId", s.kind, s.day, s.part, s.count, s.amount FROM sums s JOIN turn t ON t.id = s."organizationId" ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ("organizationId", "campusId", kind, day, part, "gradeId") DO UPDATE SET count = billing_sums.count + EXCLUDED.count, amount = billing_sums.amount + EXCLUDED.amount, "updatedAt" = now();
  RETURN NULL;
END $$;

CREATE TRIGGER invoice_grade BEFORE INSERT OR UPDATE OF "studentId" ON invoices FOR EACH ROW EXECUTE FUNCTION invoice_grade();
CREATE TRIGGER payment_grade BEFORE INSERT ON payments FOR EACH ROW EXECUTE FUNCTION payment_grade();
CREATE TRIGGER sum_invoices AFTER UPDATE ON invoices REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION sum_invoices();
CREATE TRIGGER sum_new_invoices AFTER INSERT ON invoices REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION sum_new_invoices();
CREATE TRIGGER sum_discounts AFTER INSERT ON invoice_discounts REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION sum_discounts();
CREATE TRIGGER sum_payments AFTER INSERT ON payments REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION sum_payments();

-- A campus that moves to another zone has other days, and so other sums of what it received.
CREATE FUNCTION sum_received_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE billing_sums SET count = 0, amount = 0, "updatedAt" = now() WHERE "organizationId" = NEW."organizationId" AND "campusId" = NEW.id AND kind IN ('received', 'received_month');
  INSERT INTO billing_sums ("organizationId", "campusId", "gradeId", kind, day, part, count, amount)
  SELECT "organizationId", "campusId", "gradeId", kind, day, part, sum(count), sum(amount) FROM billing_parts WHERE "organizationId" = NEW."organizationId" AND "campusId" = NEW.id AND kind IN ('received', 'received_month') GROUP BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ("organizationId", "campusId", kind, day, part, "gradeId") DO UPDATE SET count = EXCLUDED.count, amount = EXCLUDED.amount;
  RETURN NULL;
END $$;
CREATE TRIGGER sum_received_anew AFTER UPDATE ON campuses FOR EACH ROW WHEN (OLD.time_zone IS DISTINCT FROM NEW.time_zone) EXECUTE FUNCTION sum_received_anew();
