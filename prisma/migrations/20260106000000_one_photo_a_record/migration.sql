-- A record has one photo: two that come at the same time cannot both stay.
CREATE UNIQUE INDEX "file_photo_live" ON "file"("organizationId", "belongsTo", "belongsToId") WHERE (("deletedAt" IS NULL) AND ("belongsToColumn" = 'photo'));

-- What is stored asks which row it belongs to.
CREATE INDEX "file_organizationId_privateUrl_idx" ON "file"("organizationId", "privateUrl");
