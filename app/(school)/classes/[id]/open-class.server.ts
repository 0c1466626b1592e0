import 'server-only'
import { getClass } from '@/lib/domain/academics/class-record.server'
import { openRecord } from '../../open-record.server'

export const openClass = openRecord('READ_CLASSES', getClass)
