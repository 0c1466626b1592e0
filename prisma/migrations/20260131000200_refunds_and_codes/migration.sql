-- A payment may be refunded in parts. Together they give back no more than it brought, whoever writes.
DROP INDEX payments_reversal_live;
CREATE FUNCTION refund_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  brought numeric;
  back numeric;
BEGIN
  SELECT amount INTO brought FROM payments WHERE "organizationId" = NEW."organizationId" AND id = NEW.reverses_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(amount), 0) INTO back FROM payments WHERE "organizationId" = NEW."organizationId" AND reverses_id = NEW.reverses_id;
  IF brought + back + NEW.amount < 0 THEN
    RAISE EXCEPTION 'refund_payment: more than the payment brought' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_payment BEFORE INSERT ON payments FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION refund_payment();

-- Ten new recovery codes in place of all others, at once: of two renewals the second's are good, and no others.
CREATE FUNCTION renew_codes(person uuid, hashes text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  PERFORM FROM second_factors WHERE "userId" = person FOR NO KEY UPDATE;
  DELETE FROM recovery_codes WHERE "userId" = person;
  INSERT INTO recovery_codes ("userId", "organizationId", code_hash)
    SELECT f."userId", f."organizationId", hash FROM second_factors f CROSS JOIN unnest(hashes) AS hash WHERE f."userId" = person;
  PERFORM leave_gate(before);
END $$;
