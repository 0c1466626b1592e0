import 'server-only'

export { studentRoutines } from './student-days.server'
