-- A roster is staged in temporary tables that end with their transaction; PUBLIC holds no rights here, so the
-- app's role is named. Where the owner of the schema does not own the database, PUBLIC's usual right serves.
DO $$
BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO homeroom_app', current_database());
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'Roster imports need TEMPORARY on database % for homeroom_app; ask its owner for it.', current_database();
END $$;
