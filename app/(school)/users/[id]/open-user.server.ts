import 'server-only'
import { getUser } from '@/lib/domain/access/user.server'
import { openRecord } from '../../open-record.server'

export const openUser = openRecord('READ_USERS', getUser)
