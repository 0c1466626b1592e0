-- CreateTable
CREATE TABLE "guardian_words" (
    "guardianId" UUID NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "guardian_words_pkey" PRIMARY KEY ("organizationId","word","guardianId")
);

-- CreateIndex
CREATE INDEX "guardian_words_organizationId_guardianId_idx" ON "guardian_words"("organizationId", "guardianId");

-- AddForeignKey
ALTER TABLE "guardian_words" ADD CONSTRAINT "guardian_words_organizationId_guardianId_fkey" FOREIGN KEY ("organizationId", "guardianId") REFERENCES "guardians"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_words" ADD CONSTRAINT "guardian_words_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's schema language cannot say ---------------------------------------------------------------------

CREATE POLICY tenant ON guardian_words USING ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK ("organizationId" = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
ALTER TABLE guardian_words ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON guardian_words TO homeroom_app;

-- The words of a full name, as searches compare them. A word is found by its beginning, so its first hundred letters do.
CREATE FUNCTION words_of(name_key text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT DISTINCT left(word, 100) FROM regexp_split_to_table(name_key, '\s+') AS word WHERE word <> '' $$;

CREATE FUNCTION add_guardian_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO guardian_words ("organizationId", "guardianId", word) SELECT a."organizationId", a.id, w FROM after a, words_of(a.name_key) w;
  RETURN NULL;
END $$;
CREATE FUNCTION change_guardian_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM guardian_words w USING before b JOIN after a ON a."organizationId" = b."organizationId" AND a.id = b.id
  WHERE a.name_key IS DISTINCT FROM b.name_key AND w."organizationId" = a."organizationId" AND w."guardianId" = a.id AND w.word NOT IN (SELECT words_of(a.name_key));
  INSERT INTO guardian_words ("organizationId", "guardianId", word)
  SELECT a."organizationId", a.id, w FROM after a JOIN before b ON a."organizationId" = b."organizationId" AND a.id = b.id, words_of(a.name_key) w WHERE a.name_key IS DISTINCT FROM b.name_key
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER add_guardian_words AFTER INSERT ON guardians REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION add_guardian_words();
CREATE TRIGGER change_guardian_words AFTER UPDATE ON guardians REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION change_guardian_words();

DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    INSERT INTO guardian_words ("organizationId", "guardianId", word) SELECT g."organizationId", g.id, w FROM guardians g, words_of(g.name_key) w WHERE g."organizationId" = organization;
  END LOOP;
  PERFORM leave_gate('');
END $$;
