-- Numbers are found however they are written: "ab-12" is found by "AB-12", and the other way round.
ALTER TABLE "students" ADD COLUMN "number_key" TEXT COLLATE "C" GENERATED ALWAYS AS (search_key(student_number)) STORED;
ALTER TABLE "staff" ADD COLUMN "number_key" TEXT COLLATE "C" GENERATED ALWAYS AS (search_key(employee_number)) STORED;

CREATE INDEX "students_number_key_live" ON "students"("organizationId", "number_key", "id") WHERE ("deletedAt" IS NULL);
CREATE INDEX "staff_number_key_live" ON "staff"("organizationId", "number_key", "id") WHERE ("deletedAt" IS NULL);
