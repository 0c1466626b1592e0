import 'server-only'
import type { ToMany } from '@/lib/platform/db/to-many'
import { plain } from '@/lib/platform/plain.server'
import { subject } from './subject'

const heldBy: readonly ToMany<'Subject'>[] = ['classSubjects']

export const subjects = plain(subject, (db) => db.subject, heldBy)
