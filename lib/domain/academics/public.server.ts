import 'server-only'

export { studentRoutines } from './student-days.server'
export { teachingRoutines } from './teaching-days.server'
