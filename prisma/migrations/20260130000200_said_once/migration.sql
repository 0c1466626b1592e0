-- One result of the personality quiz a person; no day that is off and a day of school at once, for whomever it is said.
DO $$
DECLARE organization uuid;
BEGIN
  PERFORM enter_gate();
  FOR organization IN SELECT id FROM organizations LOOP
    PERFORM set_config('app.organization_id', organization::text, true);
    UPDATE personality_quiz_results r SET "deletedAt" = now() WHERE r."organizationId" = organization AND r."deletedAt" IS NULL
      AND EXISTS (SELECT FROM personality_quiz_results o WHERE o."organizationId" = organization AND o."userId" = r."userId" AND o."deletedAt" IS NULL AND (o.completed_at, o.id) > (r.completed_at, r.id));
    -- A day off has always gone before.
    UPDATE special_days d SET "deletedAt" = now() WHERE d."organizationId" = organization AND d."deletedAt" IS NULL AND d.kind IN ('make_up', 'late_arrival', 'early_dismissal')
      AND EXISTS (SELECT FROM special_days o WHERE o."organizationId" = organization AND o.date = d.date AND o."campusId" IS NOT DISTINCT FROM d."campusId" AND o."deletedAt" IS NULL AND o.kind NOT IN ('make_up', 'late_arrival', 'early_dismissal'));
  END LOOP;
  PERFORM leave_gate('');
END $$;
CREATE UNIQUE INDEX "personality_quiz_results_user_live" ON personality_quiz_results ("organizationId", "userId") WHERE ("deletedAt" IS NULL);
ALTER TABLE special_days ADD CONSTRAINT special_days_off_or_not EXCLUDE USING gist ("organizationId" WITH =, date WITH =, coalesce("campusId", '00000000-0000-0000-0000-000000000000') WITH =,
  (CASE WHEN kind IN ('make_up', 'late_arrival', 'early_dismissal') THEN 1 ELSE 0 END) WITH <>) WHERE ("deletedAt" IS NULL);

-- What the office was told of a student, and what was granted, go along with the student.
DROP TRIGGER soft_delete_children ON students;
CREATE TRIGGER soft_delete_children AFTER UPDATE OF "deletedAt" ON students FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt") EXECUTE FUNCTION soft_delete_children('guardian_links', 'studentId', 'class_enrollments', 'studentId', 'student_notes', 'studentId', 'attendance_notices', 'studentId', 'student_discounts', 'studentId');
