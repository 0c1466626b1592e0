import 'server-only'
import type { ModelName } from './relations.server'

/** How far a client sees inside its organization. */
export type ReachBounds =
  | { kind: 'organization' }
  | { kind: 'campus'; campusIds: readonly string[] }
  | { kind: 'class'; campusIds: readonly string[]; classIds: readonly string[] }

export type Where = Record<string, unknown>
type Bound = (ids: { campus: Where; class: Where; campusIds: readonly string[]; actorId: string | null }) => Where

const nowhere: Where = { id: { in: [] } }
const ofCampus: Bound = ({ campus }) => ({ campusId: campus })
const ofCampusOrAll: Bound = ({ campus }) => ({ OR: [{ campusId: null }, { campusId: campus }] })
const ofCampusOrSelf: Bound = ({ campus, actorId }) => ({ OR: [{ campusId: campus }, ...(actorId ? [{ userId: actorId }] : [])] })
const ofActor: Bound = ({ actorId }) => (actorId ? { userId: actorId } : nowhere)
/** A student belongs to one campus, and may have seats at others. */
const studentsThere = (campus: Where): Where => ({ OR: [{ campusId: campus }, { studentCampuses: { some: { campusId: campus, deletedAt: null } } }] })
const ofStudent: Bound = ({ campus }) => ({ student: studentsThere(campus) })
const inClass: Bound = (ids) => ({ classId: ids.class })
const ownStudents: Bound = (ids) => ({ classEnrollments: { some: { classId: ids.class, deletedAt: null } } })
const ofOwnStudents: Bound = (ids) => ({ student: ownStudents(ids) })
/** Whoever answers for a student there, whichever child they came with. */
const linkedTo = (student: Where): Where => ({ guardianLinks: { some: { student, deletedAt: null } } })

/** Which rows a campus-bound role sees. Models that are not listed belong to the whole organization. */
const campusBounds: Partial<Record<ModelName, Bound>> = {
  Campus: ({ campus }) => ({ id: campus }),
  UserCampus: ofCampus,
  Student: ({ campus }) => studentsThere(campus),
  StudentCampus: ofCampus,
  Staff: ofCampus,
  Class: ofCampus,
  Timetable: ofCampus,
  TimetablePeriod: ofCampus,
  Room: ofCampus,
  BellSchedule: ofCampus,
  BellPeriod: ({ campus }) => ({ bellSchedule: { campusId: campus } }),
  AttendanceSession: ofCampus,
  CampusAttendanceConfig: ofCampus,
  CampusAttendanceSummary: ofCampus,
  StudentAttendanceMonth: ofCampus,
  AttendanceNotice: ofCampus,
  AttendanceCall: ofCampus,
  Invoice: ofCampus,
  Message: ofCampusOrAll,
  Document: ofCampusOrAll,
  CommunicationEvent: ofCampusOrAll,
  FrameEntry: ofCampusOrAll,
  FrameRead: ({ campus }) => ({ frameEntry: { OR: [{ campusId: null }, { campusId: campus }] } }),
  SpecialDay: ofCampusOrAll,
  WalkthroughCheckin: ofCampus,
  WalkthroughDraft: ofActor,
  TalkRequest: ({ actorId }) => (actorId ? { OR: [{ fromUserId: actorId }, { toUserId: actorId }] } : nowhere),
  StaffAttendanceRecord: ofCampusOrSelf,
  UserProgress: ofActor,
  SafetyQuizResult: ofCampusOrSelf,
  // Private until its person shares it.
  PersonalityQuizResult: ({ campus, actorId }) => ({ OR: [{ campusId: campus, sharedAt: { not: null } }, ...(actorId ? [{ userId: actorId }] : [])] }),
  Guardian: ({ campus }) => linkedTo(studentsThere(campus)),
  GuardianWord: ({ campus }) => ({ guardian: linkedTo(studentsThere(campus)) }),
  GuardianLink: ofStudent,
  StudentNote: ofStudent,
  StudentChange: ofStudent,
  ClassEnrollment: ({ campus }) => ({ class: { campusId: campus } }),
  ClassSubject: ({ campus }) => ({ class: { campusId: campus } }),
  ClassTeacher: ({ campus }) => ({ class: { campusId: campus } }),
  Assessment: ({ campus }) => ({ classSubject: { class: { campusId: campus } } }),
  AssessmentResult: ({ campus }) => ({ student: { campusId: campus } }),
  AttendanceRecord: ({ campus }) => ({ attendanceSession: { campusId: campus } }),
  Payment: ofCampus,
  InvoiceLine: ({ campus }) => ({ invoice: { campusId: campus } }),
  InvoiceDiscount: ({ campus }) => ({ invoice: { campusId: campus } }),
  PaymentAllocation: ({ campus }) => ({ invoice: { campusId: campus } }),
  InvoiceRun: ofCampusOrAll,
  StudentDiscount: ofStudent,
  MessageRecipient: ({ campus }) => ({ message: { OR: [{ campusId: null }, { campusId: campus }] } }),
}

/** Which rows a role sees that is bound to its own classes; the rest as for its campuses. */
const classBounds: Partial<Record<ModelName, Bound>> = {
  Student: ownStudents,
  Guardian: (ids) => linkedTo(ownStudents(ids)),
  GuardianWord: (ids) => ({ guardian: linkedTo(ownStudents(ids)) }),
  GuardianLink: ofOwnStudents,
  StudentNote: ofOwnStudents,
  StudentChange: ofOwnStudents,
  // A student's papers are for the office.
  Document: ({ campus }) => ({ entityType: { in: ['organization', 'campus'] }, OR: [{ campusId: null }, { campusId: campus }] }),
  Class: (ids) => ({ id: ids.class }),
  ClassEnrollment: inClass,
  ClassSubject: inClass,
  ClassTeacher: inClass,
  TimetablePeriod: inClass,
  AttendanceSession: inClass,
  AttendanceRecord: (ids) => ({ attendanceSession: { classId: ids.class } }),
  Assessment: (ids) => ({ classSubject: { classId: ids.class } }),
  AssessmentResult: (ids) => ({ assessment: { classSubject: { classId: ids.class } } }),
  StudentAttendanceMonth: ofOwnStudents,
  AttendanceNotice: ofOwnStudents,
  AttendanceCall: () => nowhere,
  CampusAttendanceSummary: () => nowhere,
  Invoice: () => nowhere,
  Payment: () => nowhere,
  InvoiceLine: () => nowhere,
  InvoiceDiscount: () => nowhere,
  PaymentAllocation: () => nowhere,
  InvoiceRun: () => nowhere,
  StudentDiscount: () => nowhere,
  DiscountRule: () => nowhere,
  FeePlan: () => nowhere,
  FeePlanLine: () => nowhere,
  FeePlanInstalment: () => nowhere,
  // Whoever is visited sees their own visits.
  WalkthroughCheckin: ({ actorId }) => (actorId ? { teacher: { userId: actorId } } : nowhere),
  SafetyQuizResult: ofActor,
}

/** The reach's own condition on a model, or null where the whole organization may be seen. */
export function boundOf(model: ModelName, reach: ReachBounds, actorId: string | null): Where | null {
  if (reach.kind === 'organization') return null
  const bound = (reach.kind === 'class' ? classBounds[model] : undefined) ?? campusBounds[model]
  if (!bound) return null
  const classIds = reach.kind === 'class' ? reach.classIds : []
  return bound({ campus: { in: reach.campusIds }, class: { in: classIds }, campusIds: reach.campusIds, actorId })
}
