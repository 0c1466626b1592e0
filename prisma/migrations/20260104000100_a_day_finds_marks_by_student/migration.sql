-- The day looks up each student's marks by one index that has all of the question, also in a table whose rows are too
-- new for the planner to know of them: a bulk of marks read the whole organization once for each student.
DROP INDEX "attendance_records_organizationId_studentId_session_date_idx";
CREATE INDEX "attendance_records_of_student" ON "attendance_records"("organizationId", "studentId", "session_date" DESC, "campusId", "standing", "id") WHERE ("deletedAt" IS NULL);
ALTER FUNCTION attendance_day_follows() SET enable_seqscan = off;
