import 'server-only'

export { renameRoomOfClasses } from './class-record.server'
export { studentRoutines } from './student-days.server'
export { teachingRoutines } from './teaching-days.server'
