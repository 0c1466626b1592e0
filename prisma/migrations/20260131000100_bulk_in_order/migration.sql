-- The order in which a deed reaches its records: where one makes room for the next, they are done so, and taken back the other way round.
ALTER TABLE bulk_act_records ADD COLUMN place integer NOT NULL DEFAULT 0;
