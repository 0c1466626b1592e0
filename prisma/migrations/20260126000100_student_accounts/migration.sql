-- A student whose account has an invoice or a payment is withdrawn and not removed: a debt of nobody can neither be paid nor taken back.
-- Here, because whoever removes may not see the invoices of every campus.
CREATE FUNCTION student_has_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM invoices WHERE "organizationId" = NEW."organizationId" AND "studentId" = NEW.id AND "deletedAt" IS NULL)
    OR EXISTS (SELECT FROM payments WHERE "organizationId" = NEW."organizationId" AND "studentId" = NEW.id AND "deletedAt" IS NULL) THEN
    RAISE EXCEPTION 'student_has_account' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER student_has_account BEFORE UPDATE OF "deletedAt" ON students FOR EACH ROW
  WHEN (OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL) EXECUTE FUNCTION student_has_account();
