-- What a campus's people take part in is counted by campus and kind: without this, every row of the organization is read for it.
CREATE INDEX "user_progress_organizationId_campusId_progress_type_idx" ON user_progress ("organizationId", "campusId", progress_type);
