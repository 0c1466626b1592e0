import 'server-only'

export { carryClass } from './carry-over.server'
export { renameRoomOfClasses } from './class-record.server'
export { studentRoutines } from './student-days.server'
export { teachingRoutines } from './teaching-days.server'
