-- A record has one photo: two that come at the same time cannot both stay.
CREATE UNIQUE INDEX "file_photo_live" ON "file"("organizationId", "belongsTo", "belongsToId") WHERE (("deletedAt" IS NULL) AND ("belongsToColumn" = 'photo'));
