'use server'

import { z } from 'zod'
import { copyRoleInput, publishInput, retireRoleInput, roleInput } from '@/lib/domain/access/role-change'
import { copyRole, publishRoles, retireRole, updateRole } from '@/lib/domain/access/role-edit.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = ['/roles', '/users']

export const publishRolesAction = defineAction({ needs: 'UPDATE_ROLES', input: publishInput, run: publishRoles, refresh })
export const updateRoleAction = defineAction({ needs: 'UPDATE_ROLES', input: z.intersection(roleInput, seenInput), run: updateRole, refresh })
export const copyRoleAction = defineAction({ needs: 'CREATE_ROLES', input: copyRoleInput, run: copyRole, refresh })
export const retireRoleAction = defineAction({ needs: 'DELETE_ROLES', input: retireRoleInput, run: retireRole, refresh })
