import 'server-only'
import { getRole } from '@/lib/domain/access/role-edit.server'
import { openRecord } from '../../open-record.server'

export const openRole = openRecord('READ_ROLES', getRole)
