-- A payment that was reversed or failed is found among a million that were not: by text, as invoices are, because comparing an enum is
-- not leakproof.
CREATE FUNCTION standing_of(status enum_payments_status) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE status WHEN 'pending' THEN 'pending' WHEN 'succeeded' THEN 'succeeded' WHEN 'failed' THEN 'failed' WHEN 'refunded' THEN 'refunded' WHEN 'partially_refunded' THEN 'partially_refunded' ELSE 'reversed' END;
ALTER TABLE "payments" ADD COLUMN "standing" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (standing_of(status)) STORED;

-- CreateIndex
CREATE INDEX "payments_organizationId_standing_paid_at_id_idx" ON "payments"("organizationId", "standing", "paid_at", "id");
