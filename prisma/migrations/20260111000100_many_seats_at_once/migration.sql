-- An import brings tens of thousands of seats in one statement, into tables that have no statistics yet: looking each of them
-- up would take minutes. One seat is looked up, many are joined.
CREATE OR REPLACE FUNCTION student_campuses_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  many constant boolean := (SELECT count(*) > 1000 FROM (SELECT FROM seats LIMIT 1001) first_seats);
  before text;
BEGIN
  IF many THEN before := set_config('enable_nestloop', 'off', true); END IF;
  EXECUTE $text$
    INSERT INTO student_campuses ("organizationId", "studentId", "campusId")
    SELECT DISTINCT n."organizationId", n."studentId", c."campusId" FROM seats n
      JOIN classes c ON c."organizationId" = n."organizationId" AND c.id = n."classId"
      JOIN students s ON s."organizationId" = n."organizationId" AND s.id = n."studentId"
    WHERE c."campusId" <> s."campusId" AND n."deletedAt" IS NULL AND n.status NOT IN ('cancelled', 'no_show')
    ON CONFLICT DO NOTHING $text$;
  IF many THEN before := set_config('enable_nestloop', 'on', true); END IF;
  RETURN NULL;
END $$;
