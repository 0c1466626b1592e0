-- Words are part of their guardian: they are no use of one that an undo has to spare.
-- DropForeignKey
ALTER TABLE "guardian_words" DROP CONSTRAINT "guardian_words_organizationId_guardianId_fkey";

-- AddForeignKey
ALTER TABLE "guardian_words" ADD CONSTRAINT "guardian_words_organizationId_guardianId_fkey" FOREIGN KEY ("organizationId", "guardianId") REFERENCES "guardians"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
