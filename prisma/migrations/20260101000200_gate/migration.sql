-- The gate: from a session to who asks, for which organization, how far they see and what they may do.
-- Each function opens the scope it needs and closes it again. (`CREATE FUNCTION … SET app.gate` would do that
-- by itself, but asks for a right that managed databases do not give.)

CREATE FUNCTION enter_gate() RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT set_config('app.gate', 'on', true) $$;
CREATE FUNCTION leave_gate(organization text) RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT set_config('app.gate', '', true) || set_config('app.organization_id', coalesce(organization, ''), true) $$;

-- What a person is within one organization, as JSON; null when they may not be there. It is asked at every
-- request: settings are assigned (`gate := …`), which costs a tenth of PERFORM, JSON is built as text, and each
-- statement is planned once.
CREATE FUNCTION context_of(person uuid, organization uuid) RETURNS json
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  u users; r roles; staff_id uuid; staff_campus uuid; classes uuid[]; answer json; gate text;
  before constant text := current_setting('app.organization_id', true);
BEGIN
  gate := enter_gate();
  SELECT * INTO u FROM users WHERE id = person AND NOT disabled AND "deletedAt" IS NULL;
  SELECT * INTO r FROM roles WHERE id = u."app_roleId" AND "deletedAt" IS NULL;
  IF u.id IS NULL OR r.id IS NULL OR (NOT r."globalAccess" AND organization IS DISTINCT FROM u."organizationId") THEN
    gate := leave_gate(before);
    RETURN NULL;
  END IF;
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
    'role', json_build_object('key', r.key, 'name', r.name, 'reach', r.reach, 'everywhere', r."globalAccess"),
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

-- Who a session's family of refresh tokens speaks for, as long as one of them is live.
CREATE FUNCTION session_of(family uuid) RETURNS json
LANGUAGE plpgsql AS $$
DECLARE
  person uuid; organization uuid; gate text;
  before constant text := current_setting('app.organization_id', true);
BEGIN
  gate := enter_gate();
  SELECT "userId", "organizationId" INTO person, organization FROM auth_refresh_tokens WHERE "familyId" = family AND "revokedAt" IS NULL AND "expiresAt" > now() LIMIT 1;
  gate := leave_gate(before);
  RETURN CASE WHEN person IS NOT NULL THEN context_of(person, organization) END;
END $$;

-- Exchanges a refresh token for its successor, once. Answers (outcome, user, family):
--   rotated   the presented token was live and is now replaced;
--   again     it was replaced moments ago and its successor is still the live one: the same successor is handed out;
--   reused    an older token came back: the whole family is revoked (RFC 9700, 4.14.2);
--   unknown   nothing of the kind, or expired.
CREATE FUNCTION refresh_session(presented text, successor text, agent text, address text, lifetime interval, grace interval)
RETURNS TABLE (outcome text, user_id uuid, family_id uuid)
LANGUAGE plpgsql AS $$
DECLARE
  t auth_refresh_tokens; next_id uuid := uuid_v7();
  before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  SELECT * INTO t FROM auth_refresh_tokens WHERE "tokenHash" = presented FOR UPDATE;
  IF t.id IS NULL OR t.family_expires_at <= now() THEN
    RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::uuid;
  ELSIF t."revokedAt" IS NULL THEN
    IF t."expiresAt" <= now() THEN
      RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::uuid;
      PERFORM leave_gate(before);
      RETURN;
    END IF;
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

-- The accounts behind an address, whatever its case; one a person and organization.
CREATE FUNCTION accounts_of(address text)
RETURNS TABLE (id uuid, "organizationId" uuid, email text, password text, disabled boolean)
LANGUAGE plpgsql AS $$
DECLARE before constant text := current_setting('app.organization_id', true);
BEGIN
  PERFORM enter_gate();
  RETURN QUERY SELECT u.id, u."organizationId", u.email, u.password, u.disabled FROM users u
    WHERE lower(u.email) = lower(address) AND u."deletedAt" IS NULL ORDER BY u.last_sign_in_at DESC NULLS LAST, u.id LIMIT 5;
  PERFORM leave_gate(before);
END $$;
