-- Access: mail, invitations, second factors, support by grant, organizations that are suspended.

ALTER TABLE users ADD COLUMN invited_at TIMESTAMPTZ(3), ADD COLUMN last_seen_at TIMESTAMPTZ(3), ADD COLUMN pending_email TEXT;
ALTER TABLE roles ADD COLUMN requires_second_factor BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE organizations ADD COLUMN suspended_at TIMESTAMPTZ(3);
-- Which address a link was sent to: a new address is confirmed at the old one and at the new one.
ALTER TABLE one_time_tokens ADD COLUMN email TEXT;
CREATE INDEX "audit_events_organizationId_actor_id_at_idx" ON audit_events ("organizationId", actor_id, at);

-- What was sent, or is to be. The text is not kept: it is made from template and params, and a link in it from this row's id.
CREATE TABLE mails (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "params" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'waiting' CHECK ("state" IN ('waiting', 'sent', 'kept', 'failed', 'stopped')),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" UUID,
    "organizationId" UUID,
    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);
ALTER TABLE mails ADD CONSTRAINT "mails_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES organizations ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE mails ADD CONSTRAINT "mails_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES users ("organizationId", id) ON DELETE CASCADE ON UPDATE RESTRICT;
CREATE INDEX "mails_organizationId_createdAt_idx" ON mails ("organizationId", "createdAt");
CREATE INDEX "mails_organizationId_userId_createdAt_idx" ON mails ("organizationId", "userId", "createdAt");

-- The secret is sealed with a key of the environment; a code is good for one step of thirty seconds, once.
CREATE TABLE second_factors (
    "userId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organizationId" UUID,
    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE second_factors ADD CONSTRAINT "second_factors_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES organizations ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE second_factors ADD CONSTRAINT "second_factors_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES users ("organizationId", id) ON DELETE CASCADE ON UPDATE RESTRICT;

CREATE TABLE recovery_codes (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "userId" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organizationId" UUID,
    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);
ALTER TABLE recovery_codes ADD CONSTRAINT "recovery_codes_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES organizations ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE recovery_codes ADD CONSTRAINT "recovery_codes_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES users ("organizationId", id) ON DELETE CASCADE ON UPDATE RESTRICT;
CREATE INDEX "recovery_codes_userId_idx" ON recovery_codes ("userId");

-- A person of the platform asks, an administrator of the organization answers, and it ends by itself.
CREATE TABLE support_grants (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "requestedById" UUID NOT NULL,
    "requested_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "hours" INTEGER NOT NULL CHECK ("hours" BETWEEN 1 AND 168),
    "approvedById" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    CONSTRAINT "support_grants_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "support_grants_answered" CHECK (("approved_at" IS NULL) = ("expires_at" IS NULL))
);
ALTER TABLE support_grants ADD CONSTRAINT "support_grants_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES organizations ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE UNIQUE INDEX "support_grants_open_live" ON support_grants ("organizationId", "requestedById") WHERE ("ended_at" IS NULL AND "approved_at" IS NULL);
CREATE INDEX "support_grants_organizationId_expires_at_idx" ON support_grants ("organizationId", "expires_at");

DO $$
DECLARE
  t record;
  org constant text := '(SELECT nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  gate constant text := '((SELECT current_setting(''app.gate'', true)) = ''on'')';
BEGIN
  FOR t IN SELECT unnest(ARRAY['mails', 'second_factors', 'recovery_codes', 'support_grants']) AS name LOOP
    EXECUTE format('CREATE POLICY tenant ON %I USING ("organizationId" = %s) WITH CHECK ("organizationId" = %s)', t.name, org, org);
    EXECUTE format('CREATE POLICY gate ON %I USING %s WITH CHECK %s', t.name, gate, gate);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO homeroom_app', t.name);
  END LOOP;
  GRANT DELETE ON second_factors, recovery_codes TO homeroom_app;
  -- The platform's people found organizations; nobody else is at the gate with one to write.
  EXECUTE format('CREATE POLICY gate_found ON organizations FOR INSERT WITH CHECK %s', gate);
  GRANT INSERT ON organizations TO homeroom_app;
END $$;

-- Whoever looks into every organization proves it twice, and so does whoever administers one. The platform's role is of no
-- organization: only the owner of the table can change it, and only while the fence is not forced on it.
ALTER TABLE roles NO FORCE ROW LEVEL SECURITY;
UPDATE roles SET requires_second_factor = true WHERE "globalAccess" OR key = 'organization_administrator';
ALTER TABLE roles FORCE ROW LEVEL SECURITY;

-- As before, and: nobody is anywhere in an organization that is suspended; the platform's people are in one by a live grant
-- alone; whether a second factor is demanded and there; and who of the platform may look in.
CREATE OR REPLACE FUNCTION context_of(person uuid, organization uuid) RETURNS json
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  u users; r roles; staff_id uuid; staff_campus uuid; classes uuid[]; answer json; visit json; gate text;
  before constant text := current_setting('app.organization_id', true);
BEGIN
  gate := enter_gate();
  SELECT * INTO u FROM users WHERE id = person AND NOT disabled AND "deletedAt" IS NULL;
  SELECT * INTO r FROM roles WHERE id = u."app_roleId" AND "deletedAt" IS NULL;
  IF u.id IS NULL OR r.id IS NULL OR (NOT r."globalAccess" AND organization IS DISTINCT FROM u."organizationId")
    OR (NOT r."globalAccess" AND EXISTS (SELECT FROM organizations WHERE id = organization AND suspended_at IS NOT NULL)) THEN
    gate := leave_gate(before);
    RETURN NULL;
  END IF;
  SELECT json_build_object('id', g.id, 'by', g.requested_by, 'reason', g.reason, 'until', g.expires_at) INTO visit FROM support_grants g
    WHERE g."organizationId" = organization AND g.expires_at > now() AND g.ended_at IS NULL AND (NOT r."globalAccess" OR g."requestedById" = u.id)
    ORDER BY g.expires_at DESC LIMIT 1;
  IF r."globalAccess" AND visit IS NULL THEN organization := NULL; END IF;
  gate := set_config('app.organization_id', coalesce(organization::text, ''), true);
  SELECT id, "campusId" INTO staff_id, staff_campus FROM staff WHERE "organizationId" = organization AND "userId" = u.id AND "deletedAt" IS NULL;
  IF r.reach = 'class' THEN
    SELECT array_agg(DISTINCT id) INTO classes FROM (
      SELECT id FROM classes WHERE "organizationId" = organization AND "homeroom_teacherId" = staff_id AND "deletedAt" IS NULL AND status IN ('planned', 'active')
      UNION ALL
      SELECT cs."classId" FROM class_subjects cs JOIN classes c ON c."organizationId" = cs."organizationId" AND c.id = cs."classId"
        WHERE cs."organizationId" = organization AND cs."teacherId" = staff_id AND cs."deletedAt" IS NULL AND c."deletedAt" IS NULL AND c.status IN ('planned', 'active')
    ) AS own (id);
  END IF;
  SELECT json_build_object(
    'user', json_build_object('id', u.id, 'firstName', u."firstName", 'lastName', u."lastName", 'email', u.email, 'locale', u.locale, 'staffId', staff_id),
    'role', json_build_object('id', r.id, 'key', r.key, 'name', r.name, 'reach', r.reach, 'everywhere', r."globalAccess"),
    'secondFactor', json_build_object('isRequired', r.requires_second_factor, 'isOn', EXISTS (SELECT FROM second_factors f WHERE f."userId" = u.id AND f.confirmed_at IS NOT NULL)),
    'visit', visit,
    'organization', (SELECT json_build_object('id', o.id, 'name', o.name, 'currency', o.currency, 'timeZone', o.time_zone) FROM organizations o WHERE o.id = organization AND o."deletedAt" IS NULL),
    'permissions', array_to_json(ARRAY(SELECT p.name FROM permissions p WHERE p."deletedAt" IS NULL AND (
      p.id IN (SELECT "permissionId" FROM "rolesPermissionsPermissions" WHERE "roles_permissionsId" = r.id)
      OR p.id IN (SELECT "permissionId" FROM "usersCustom_permissionsPermissions" WHERE "users_custom_permissionsId" = u.id)))),
    'campuses', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'code', c.code, 'mascot', c.mascot, 'timeZone', c.time_zone, 'isOnline', c."isOnline",
        'color', c.color, 'bgGradient', c."bgGradient", 'borderColor', c."borderColor", 'textColor', c."textColor", 'bgLight', c."bgLight") ORDER BY c.name), '[]')
      FROM campuses c WHERE c."organizationId" = organization AND c."deletedAt" IS NULL AND c.active
        AND (r.reach = 'organization' OR c.id = staff_campus OR c.id IN (SELECT "campusId" FROM user_campuses WHERE "organizationId" = organization AND "userId" = u.id))),
    'classIds', array_to_json(coalesce(classes, '{}'))
  ) INTO answer;
  gate := leave_gate(before);
  RETURN answer;
END $$;

-- The accounts behind an address; whether the password is all they need, and whether their organization is suspended.
DROP FUNCTION accounts_of(text);
CREATE FUNCTION accounts_of(address text)
RETURNS TABLE (id uuid, "organizationId" uuid, email text, password text, disabled boolean, locale text, factor text, suspended boolean)
LANGUAGE plpgsql AS $$
DECLARE before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  RETURN QUERY SELECT u.id, u."organizationId", u.email, u.password, u.disabled, coalesce(u.locale, o.locale), f.secret, o.suspended_at IS NOT NULL FROM users u
    LEFT JOIN organizations o ON o.id = u."organizationId"
    LEFT JOIN second_factors f ON f."userId" = u.id AND f.confirmed_at IS NOT NULL
    WHERE lower(u.email) = lower(address) AND u."deletedAt" IS NULL AND o."deletedAt" IS NULL ORDER BY u.last_sign_in_at DESC NULLS LAST, u.id LIMIT 5;
  PERFORM leave_gate(before);
END $$;

-- As before; a renewal also says that the person was seen.
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
    UPDATE users SET last_seen_at = now() WHERE id = t."userId";
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

-- Gives a person a link for one purpose; an earlier one for the same purpose and address opens nothing any more.
CREATE FUNCTION give_token(person uuid, wanted text, hash text, address text, lifetime interval) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  PERFORM FROM users WHERE id = person FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM one_time_tokens WHERE token_hash = hash) THEN
    DELETE FROM one_time_tokens WHERE "userId" = person AND purpose::text = wanted AND used_at IS NULL AND (wanted <> 'verify_email' OR email = address);
    INSERT INTO one_time_tokens ("userId", "organizationId", purpose, token_hash, expires_at, email)
      SELECT id, "organizationId", wanted::enum_one_time_tokens_purpose, hash, now() + lifetime, address FROM users WHERE id = person AND "deletedAt" IS NULL;
  END IF;
  PERFORM leave_gate(before);
END $$;

-- Whose link it is, as long as it is good: unused, in time, of somebody who may come in.
CREATE FUNCTION token_of(hash text, wanted text)
RETURNS TABLE (user_id uuid, user_email text, pending_email text, token_email text, first_name text, last_name text, organization_id uuid, organization_name text)
LANGUAGE plpgsql AS $$
DECLARE before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  RETURN QUERY SELECT u.id, u.email, u.pending_email, t.email, u."firstName", u."lastName", o.id, o.name FROM one_time_tokens t
    JOIN users u ON u.id = t."userId" LEFT JOIN organizations o ON o.id = u."organizationId"
    WHERE t.token_hash = hash AND t.purpose::text = wanted AND t.used_at IS NULL AND t.expires_at > now()
      AND u."deletedAt" IS NULL AND NOT u.disabled AND o."deletedAt" IS NULL AND o.suspended_at IS NULL;
  PERFORM leave_gate(before);
END $$;

-- Sets a password by a link of an invitation or a reset, once: every link of the person is used up, and every session ends.
CREATE FUNCTION set_password_by(hash text, wanted text, fresh text, first text, last text)
RETURNS TABLE (user_id uuid, organization_id uuid, user_email text)
LANGUAGE plpgsql AS $$
DECLARE
  person uuid; u users;
  before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  SELECT t.user_id INTO person FROM token_of(hash, wanted) t;
  PERFORM enter_gate();
  PERFORM FROM users WHERE id = person FOR NO KEY UPDATE;
  UPDATE one_time_tokens SET used_at = now() WHERE token_hash = hash AND used_at IS NULL AND "userId" = person;
  IF person IS NULL OR NOT FOUND THEN
    PERFORM leave_gate(before);
    RETURN;
  END IF;
  DELETE FROM one_time_tokens WHERE "userId" = person AND purpose IN ('invite', 'reset_password') AND used_at IS NULL;
  UPDATE users SET password = fresh, "emailVerified" = true, "firstName" = coalesce(first, "firstName"), "lastName" = coalesce(last, "lastName"), "updatedAt" = now()
    WHERE id = person RETURNING * INTO u;
  UPDATE auth_refresh_tokens SET "revokedAt" = now(), "updatedAt" = now() WHERE "userId" = person AND "revokedAt" IS NULL;
  IF u."organizationId" IS NOT NULL THEN
    PERFORM set_config('app.organization_id', u."organizationId"::text, true);
    INSERT INTO audit_events (actor_id, deed, entity, entity_id, "organizationId")
      VALUES (person, CASE wanted WHEN 'invite' THEN 'accept-invitation' ELSE 'reset-password' END, 'users', person, u."organizationId");
  END IF;
  RETURN QUERY SELECT u.id, u."organizationId", u.email;
  PERFORM leave_gate(before);
END $$;

-- Confirms a new address at one of the two addresses; when both have, it is the person's. Answers how far it is.
CREATE FUNCTION confirm_email_by(hash text) RETURNS TABLE (outcome text, old_email text, new_email text)
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
    UPDATE users SET email = u.pending_email, pending_email = NULL, "emailVerified" = true, "updatedAt" = now() WHERE id = u.id;
    DELETE FROM one_time_tokens WHERE "userId" = u.id AND purpose = 'verify_email';
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

-- Founds an organization, empty.
CREATE FUNCTION found_organization(called text, zone text, money text, language text) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE made uuid := uuid_v7(); before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  INSERT INTO organizations (id, name, time_zone, currency, locale) VALUES (made, called, zone, money, language);
  PERFORM leave_gate(before);
  RETURN made;
END $$;
