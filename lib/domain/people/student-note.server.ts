import 'server-only'
import type { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { record } from '@/lib/platform/record.server'
import { studentNote, type studentNoteInput } from './student-note'

type Row = Awaited<ReturnType<Ctx['db']['studentNote']['findMany']>>[number]
export const studentNotes = record<z.output<typeof studentNoteInput>, Row>(studentNote, (db) => db.studentNote, [])

export type Note = { id: string; seen: string; kind: 'medical' | 'support'; body: string; urgent: boolean }

/** What must be known to look after a student, the urgent first; nothing for whoever may not read it. */
export async function listNotes(ctx: Ctx, studentId: string): Promise<Note[]> {
  if (!ctx.can('READ_STUDENT_NOTES')) return []
  const rows = await ctx.db.studentNote.findMany({ where: { studentId }, orderBy: [{ urgent: 'desc' }, { kind: 'asc' }, { id: 'asc' }], select: { id: true, updatedAt: true, kind: true, body: true, urgent: true } })
  return rows.map(({ updatedAt, ...row }) => ({ ...row, seen: updatedAt.toISOString() }))
}
