import 'server-only'
import type { ToMany } from '@/lib/platform/db/to-many'
import { plain } from '@/lib/platform/plain.server'
import { grade } from './grade'

const heldBy: readonly ToMany<'Grade'>[] = ['classes', 'feePlans']

export const grades = plain(grade, (db) => db.grade, heldBy)
