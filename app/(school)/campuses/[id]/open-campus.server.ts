import 'server-only'
import { campuses } from '@/lib/domain/people/campus.server'
import { openRecord } from '../../open-record.server'

export const openCampus = openRecord('READ_CAMPUSES', campuses.get)
