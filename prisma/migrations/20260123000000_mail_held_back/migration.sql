-- Mail of a suspended organization is held back: it goes out when the organization is open again, or has lapsed by then.
ALTER TABLE mails DROP CONSTRAINT "mails_state_check";
ALTER TABLE mails ADD CONSTRAINT "mails_state_check" CHECK ("state" IN ('waiting', 'sent', 'kept', 'failed', 'stopped', 'held', 'lapsed'));

-- As before, and: an address that somebody took meanwhile ends the wish and nothing else; a link to a password or an invitation that
-- was sent to the old address opens nothing once the new one is the person's.
CREATE OR REPLACE FUNCTION confirm_email_by(hash text) RETURNS TABLE (outcome text, old_email text, new_email text)
LANGUAGE plpgsql AS $$
DECLARE
  t record; u users; sides int;
  before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  SELECT * INTO t FROM token_of(hash, 'verify_email');
  PERFORM enter_gate();
  SELECT * INTO u FROM users WHERE id = t.user_id FOR NO KEY UPDATE;
  UPDATE one_time_tokens SET used_at = now() WHERE token_hash = hash AND used_at IS NULL AND u.pending_email IS NOT NULL AND email IN (u.email, u.pending_email);
  IF NOT FOUND THEN
    PERFORM leave_gate(before);
    RETURN QUERY SELECT 'unknown', NULL::text, NULL::text;
    RETURN;
  END IF;
  SELECT count(DISTINCT email) INTO sides FROM one_time_tokens WHERE "userId" = u.id AND purpose = 'verify_email' AND used_at IS NOT NULL AND email IN (u.email, u.pending_email);
  IF sides = 2 THEN
    BEGIN
      UPDATE users SET email = u.pending_email, pending_email = NULL, "emailVerified" = true, "updatedAt" = now() WHERE id = u.id;
    EXCEPTION WHEN unique_violation THEN
      UPDATE users SET pending_email = NULL, "updatedAt" = now() WHERE id = u.id;
      DELETE FROM one_time_tokens WHERE "userId" = u.id AND purpose = 'verify_email';
      PERFORM leave_gate(before);
      RETURN QUERY SELECT 'taken', u.email, u.pending_email;
      RETURN;
    END;
    DELETE FROM one_time_tokens WHERE "userId" = u.id AND (purpose = 'verify_email' OR (purpose IN ('invite', 'reset_password') AND used_at IS NULL));
    IF u."organizationId" IS NOT NULL THEN
      PERFORM set_config('app.organization_id', u."organizationId"::text, true);
      INSERT INTO audit_events (actor_id, deed, entity, entity_id, before, after, "organizationId")
        VALUES (u.id, 'change-email', 'users', u.id, jsonb_build_object('email', u.email), jsonb_build_object('email', u.pending_email), u."organizationId");
    END IF;
    RETURN QUERY SELECT 'changed', u.email, u.pending_email;
  ELSE
    RETURN QUERY SELECT 'half', u.email, u.pending_email;
  END IF;
  PERFORM leave_gate(before);
END $$;
