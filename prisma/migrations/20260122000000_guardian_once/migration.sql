-- A guardian of several children who came by a roster was one row a child; from here on the person is there once, with a link to each.
ALTER TABLE "guardian_links" ADD COLUMN "importHash" VARCHAR(255), ADD COLUMN "sourced_id" TEXT;

DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    -- What the roster said of a pair stands with the pair. What it removed comes back when it names it again, what somebody removed here does not.
    UPDATE guardian_links l SET sourced_id = g.sourced_id, "importHash" = CASE WHEN g."importHash" LIKE '!%' THEN '!guardian_links>' || g.sourced_id END,
      "updatedAt" = CASE WHEN l."updatedAt" = l."createdAt" THEN g."updatedAt" ELSE l."updatedAt" END
    FROM guardians g WHERE g.id = l."guardianId" AND g."studentId" = l."studentId" AND g.sourced_id LIKE '%>%';
    INSERT INTO import_changes (batch_id, kind, entity, entity_id)
    SELECT c.batch_id, 'created', 'guardian_links', l.id FROM import_changes c JOIN guardian_links l ON l."guardianId" = c.entity_id AND l.sourced_id IS NOT NULL WHERE c.entity = 'guardians' AND c.kind = 'created';
    CREATE TEMP TABLE once ON COMMIT DROP AS
      SELECT id, split_part(sourced_id, '>', 1) AS agent, first_value(id) OVER (PARTITION BY split_part(sourced_id, '>', 1) ORDER BY "deletedAt" DESC NULLS FIRST, "createdAt", id) AS keeper, "deletedAt" IS NULL AS live
      FROM guardians WHERE sourced_id LIKE '%>%';
    UPDATE guardian_links l SET "guardianId" = o.keeper FROM once o JOIN guardians k ON k.id = o.keeper AND k."deletedAt" IS NULL
    WHERE l."guardianId" = o.id AND o.id <> o.keeper AND l."deletedAt" IS NULL AND NOT EXISTS (SELECT FROM guardian_links x WHERE x."guardianId" = o.keeper AND x."studentId" = l."studentId" AND x."deletedAt" IS NULL);
    UPDATE file f SET "belongsToId" = o.keeper FROM once o WHERE f."belongsTo" = 'guardians' AND f."belongsToId" = o.id AND o.live AND o.id <> o.keeper
      AND (f."belongsToColumn" <> 'photo' OR o.id = (SELECT p.id FROM once p JOIN file x ON x."belongsTo" = 'guardians' AND x."belongsToId" = p.id AND x."belongsToColumn" = 'photo' AND x."deletedAt" IS NULL WHERE p.agent = o.agent AND p.live ORDER BY p.id <> p.keeper, p.id LIMIT 1));
    UPDATE guardians g SET phone = coalesce(g.phone, d.phone), email = coalesce(g.email, d.email), address = coalesce(g.address, d.address)
    FROM (SELECT o.keeper, max(x.phone) AS phone, max(x.email) AS email, max(x.address) AS address FROM once o JOIN guardians x ON x.id = o.id AND x."deletedAt" IS NULL GROUP BY 1 HAVING count(*) > 1) d WHERE g.id = d.keeper;
    UPDATE guardians g SET sourced_id = NULL, "importHash" = NULL, "deletedAt" = coalesce(g."deletedAt", now()), "updatedAt" = now() FROM once o WHERE o.id = g.id AND o.id <> o.keeper;
    UPDATE guardians g SET sourced_id = o.agent FROM once o WHERE o.id = g.id AND o.id = o.keeper;
    DROP TABLE once;
  END LOOP;
  PERFORM leave_gate('');
END $$;

CREATE UNIQUE INDEX "guardian_links_sourced_id_live" ON "guardian_links"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND ("sourced_id" IS NOT NULL));

-- A roster brings its links itself.
CREATE OR REPLACE FUNCTION guardians_linked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO guardian_links ("organizationId", "guardianId", "studentId", relationship, emergency_order, "createdById", "updatedById")
  SELECT "organizationId", id, "studentId", relationship, CASE WHEN primary_contact THEN 1 END, "createdById", "updatedById" FROM made WHERE "deletedAt" IS NULL AND sourced_id IS NULL;
  RETURN NULL;
END $$;

-- The own row may go over to a child who is linked already.
CREATE OR REPLACE FUNCTION guardian_link_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE guardian_links SET "studentId" = NEW."studentId", "updatedAt" = NEW."updatedAt"
  WHERE "organizationId" = NEW."organizationId" AND "guardianId" = NEW.id AND "studentId" = OLD."studentId" AND "deletedAt" IS NULL AND OLD."studentId" <> NEW."studentId"
    AND NOT EXISTS (SELECT FROM guardian_links o WHERE o."organizationId" = NEW."organizationId" AND o."guardianId" = NEW.id AND o."studentId" = NEW."studentId" AND o."deletedAt" IS NULL);
  UPDATE guardian_links SET relationship = NEW.relationship, "updatedAt" = NEW."updatedAt"
  WHERE "organizationId" = NEW."organizationId" AND "guardianId" = NEW.id AND "studentId" = NEW."studentId" AND "deletedAt" IS NULL AND OLD.relationship <> NEW.relationship AND relationship <> NEW.relationship;
  RETURN NULL;
END $$;

-- Links that a roster ended by themselves do not come back with the guardian.
CREATE FUNCTION guardian_links_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."deletedAt" IS NOT NULL THEN
    UPDATE guardian_links SET "deletedAt" = NEW."deletedAt", "updatedAt" = NEW."deletedAt", "updatedById" = NEW."updatedById"
    WHERE "organizationId" = NEW."organizationId" AND "guardianId" = NEW.id AND "deletedAt" IS NULL;
  ELSE
    UPDATE guardian_links SET "deletedAt" = NULL, "updatedAt" = now(), "updatedById" = NEW."updatedById"
    WHERE "organizationId" = NEW."organizationId" AND "guardianId" = NEW.id AND "deletedAt" = OLD."deletedAt" AND coalesce("importHash", '') NOT LIKE '!%';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER soft_delete_children ON guardians;
CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON guardians FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION guardian_links_follow();
