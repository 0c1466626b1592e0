import 'server-only'
import { getTimetable } from '@/lib/domain/timetable/timetable.server'
import { openRecord } from '../../open-record.server'

export const openTimetable = openRecord('READ_TIMETABLES', getTimetable)
