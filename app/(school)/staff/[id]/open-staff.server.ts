import 'server-only'
import { getStaff } from '@/lib/domain/people/staff-record.server'
import { openRecord } from '../../open-record.server'

export const openStaff = openRecord('READ_STAFF', getStaff)
