-- A role, a grant or a token of another organization could be named by its id: a link of one column asks only
-- whether the row exists, and the platform's own role would have opened every organization. People and roles of
-- the platform are in no organization, so nothing binds their links; only the gate and migrations write them.

ALTER TABLE users DROP CONSTRAINT "users_app_roleId_fkey",
  ADD CONSTRAINT "users_organizationId_app_roleId_fkey" FOREIGN KEY ("organizationId", "app_roleId") REFERENCES roles ("organizationId", id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "rolesPermissionsPermissions" DROP CONSTRAINT "rolesPermissionsPermissions_roles_permissionsId_fkey",
  ADD CONSTRAINT "rolesPermissionsPermissions_organizationId_roles_permissio_fkey" FOREIGN KEY ("organizationId", "roles_permissionsId") REFERENCES roles ("organizationId", id) ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "usersCustom_permissionsPermissions" DROP CONSTRAINT "usersCustom_permissionsPermissions_users_custom_permission_fkey",
  ADD CONSTRAINT "usersCustom_permissionsPermissions_organizationId_users_cu_fkey" FOREIGN KEY ("organizationId", "users_custom_permissionsId") REFERENCES users ("organizationId", id) ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE one_time_tokens DROP CONSTRAINT "one_time_tokens_userId_fkey",
  ADD CONSTRAINT "one_time_tokens_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES users ("organizationId", id) ON DELETE CASCADE ON UPDATE RESTRICT;
