import 'server-only'

export { noSchool, type SchoolCalendar } from './school-day'
export { readCalendar } from './school-day.server'
