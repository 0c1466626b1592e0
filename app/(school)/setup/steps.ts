import type { Step } from '@/lib/domain/academics/setup.server'
import type { Permission } from '@/lib/platform/permissions'

type Place = { key: Step; href: string; needs: Permission; create: string; isOptional?: true }

/** In the order in which a school is set up: each stands on those above it. */
const places: readonly Place[] = [
  { key: 'campuses', href: '/campuses', needs: 'READ_CAMPUSES', create: '/campuses/new' },
  { key: 'academicYears', href: '/setup/academic-years', needs: 'READ_ACADEMIC_YEARS', create: '/setup/academic-years/new' },
  { key: 'terms', href: '/setup/terms', needs: 'READ_ACADEMIC_YEARS', create: '/setup/terms/new' },
  { key: 'specialDays', href: '/setup/special-days', needs: 'READ_ACADEMIC_YEARS', create: '/setup/special-days/new', isOptional: true },
  { key: 'grades', href: '/setup/grades', needs: 'READ_GRADES', create: '/setup/grades/new' },
  { key: 'subjects', href: '/setup/subjects', needs: 'READ_SUBJECTS', create: '/setup/subjects/new' },
  { key: 'rooms', href: '/setup/rooms', needs: 'READ_TIMETABLES', create: '/setup/rooms/new' },
  { key: 'bellSchedules', href: '/setup/bell-schedules', needs: 'READ_TIMETABLES', create: '/setup/bell-schedules/new' },
  { key: 'staff', href: '/staff', needs: 'READ_STAFF', create: '/staff/new' },
  { key: 'users', href: '/users', needs: 'READ_USERS', create: '/users/new', isOptional: true },
  { key: 'classes', href: '/classes', needs: 'READ_CLASSES', create: '/classes/new' },
  { key: 'students', href: '/students', needs: 'READ_STUDENTS', create: '/students/new' },
  { key: 'timetables', href: '/timetables', needs: 'READ_TIMETABLES', create: '/timetables/new', isOptional: true },
  { key: 'feePlans', href: '/fee-plans', needs: 'READ_FEE_PLANS', create: '/fee-plans/new', isOptional: true },
]

export type SetupStep = Place & { count: number }

export const stepsOf = (can: (permission: Permission) => boolean, counts: Record<Step, number>): SetupStep[] => places.filter(({ needs }) => can(needs)).map((place) => ({ ...place, count: counts[place.key] }))
