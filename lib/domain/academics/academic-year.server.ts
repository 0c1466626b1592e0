import 'server-only'
import type { ToMany } from '@/lib/platform/db/to-many'
import { plain } from '@/lib/platform/plain.server'
import { academicYear } from './academic-year'

const heldBy: readonly ToMany<'AcademicYear'>[] = ['classes', 'timetables', 'feePlans']

export const academicYears = plain(academicYear, (db) => db.academicYear, heldBy)
