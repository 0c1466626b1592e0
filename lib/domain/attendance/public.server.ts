import 'server-only'

export { noSchool, type SchoolCalendar } from './school-day'
export { campusesOf, clocksOf, readCalendar, readSeason } from './school-day.server'
