-- Ending sessions must outrun a renewal that is under way: a statement that revokes what is live does not see the
-- successor that another transaction is about to store, and the session went on. Renewing and ending now take
-- turns by the lock of the person's row, and each looks again once it has it.

CREATE OR REPLACE FUNCTION refresh_session(presented text, successor text, agent text, address text, lifetime interval, grace interval)
RETURNS TABLE (outcome text, user_id uuid, family_id uuid)
LANGUAGE plpgsql AS $$
DECLARE
  t auth_refresh_tokens; next_id uuid := uuid_v7();
  before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  PERFORM FROM users WHERE id = (SELECT "userId" FROM auth_refresh_tokens WHERE "tokenHash" = presented) FOR NO KEY UPDATE;
  SELECT * INTO t FROM auth_refresh_tokens WHERE "tokenHash" = presented;
  IF t.id IS NULL OR t.family_expires_at <= now() OR (t."revokedAt" IS NULL AND t."expiresAt" <= now()) THEN
    RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::uuid;
  ELSIF t."revokedAt" IS NULL THEN
    UPDATE auth_refresh_tokens SET "revokedAt" = clock_timestamp(), "replacedByTokenId" = next_id, "updatedAt" = now() WHERE id = t.id;
    INSERT INTO auth_refresh_tokens (id, "userId", "organizationId", "tokenHash", "familyId", "previousTokenId", "userAgent", "ipAddress", "expiresAt", family_expires_at)
      VALUES (next_id, t."userId", t."organizationId", successor, t."familyId", t.id, agent, address, least(now() + lifetime, t.family_expires_at), t.family_expires_at);
    RETURN QUERY SELECT 'rotated', t."userId", t."familyId";
  ELSIF t."revokedAt" > clock_timestamp() - grace
    AND EXISTS (SELECT FROM auth_refresh_tokens WHERE id = t."replacedByTokenId" AND "revokedAt" IS NULL AND "expiresAt" > now()) THEN
    RETURN QUERY SELECT 'again', t."userId", t."familyId";
  ELSE
    UPDATE auth_refresh_tokens SET "revokedAt" = now(), "updatedAt" = now() WHERE "familyId" = t."familyId" AND "revokedAt" IS NULL;
    RETURN QUERY SELECT 'reused', t."userId", t."familyId";
  END IF;
  PERFORM leave_gate(before);
END $$;

-- Ends one family of a person, or all of them.
CREATE FUNCTION end_sessions(person uuid, family uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  PERFORM FROM users WHERE id = person FOR NO KEY UPDATE;
  UPDATE auth_refresh_tokens SET "revokedAt" = now(), "updatedAt" = now()
    WHERE "userId" = person AND (family IS NULL OR "familyId" = family) AND "revokedAt" IS NULL;
  PERFORM leave_gate(before);
END $$;
