import 'server-only'

export { type admissionInput } from './admission'
export { calledOrNumbered, listedName, searchWords } from './name'
export { createGuardianOf, linkGuardian, type NewGuardian } from './guardian-link.server'
export { createStudent, students, todayAt } from './student-record.server'
export { countStaff } from './staff-count.server'
export { inClassOn, seated } from './in-class'
export { goneStatuses, onRollStatuses, standingOn, type StudentStatus } from './student'
