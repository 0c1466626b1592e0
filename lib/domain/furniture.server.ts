import 'server-only'
import type { AnyCatalog } from '@/lib/platform/catalog'
import type { PlainReading } from '@/lib/platform/plain.server'
import { academicYear } from './academics/academic-year'
import { academicYears } from './academics/academic-year.server'
import { grade } from './academics/grade'
import { grades } from './academics/grade.server'
import { subject } from './academics/subject'
import { subjects } from './academics/subject.server'
import { attendanceReason } from './attendance/reason'
import { attendanceReasons } from './attendance/reason.server'

type Piece = { facts: AnyCatalog; verbs: PlainReading }

/** The furniture of a school with its verbs, for its pages, its exports and the trash. */
export const furniture: readonly Piece[] = [
  { facts: academicYear, verbs: academicYears },
  { facts: grade, verbs: grades },
  { facts: subject, verbs: subjects },
  { facts: attendanceReason, verbs: attendanceReasons },
]
