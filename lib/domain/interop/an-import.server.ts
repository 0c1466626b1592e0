import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { asUpload, type RosterFiles } from './a-roster'
import { applyRoster } from './import-apply.server'
import type { ImportAnswers } from './import-batch'
import { receiveRoster, recheckRoster, startApply, startUndo } from './import-batch.server'
import { checkRoster } from './import-check.server'
import { getImport } from './import-record.server'
import { undoRoster } from './import-undo.server'

/** For tests: the steps of an import, with the worker's part done at once. */
export const checked = async (ctx: Ctx, files: RosterFiles) => {
  const { id } = await receiveRoster(ctx, asUpload(files))
  await checkRoster(ctx, id)
  return getImport(ctx, id)
}

export const imported = async (ctx: Ctx, files: RosterFiles, { departuresMeant = false } = {}) => {
  const { id } = await checked(ctx, files)
  await startApply(ctx, { id, departuresMeant })
  await applyRoster(ctx, id)
  return getImport(ctx, id)
}

/** What becomes of a checked set when its questions are answered: checked anew and applied. */
export const answered = async (ctx: Ctx, id: string, answers: Partial<{ [Question in keyof ImportAnswers]: NonNullable<ImportAnswers[Question]> }>) => {
  const again = await recheckRoster(ctx, { id, answers })
  await checkRoster(ctx, again.id)
  await startApply(ctx, { id: again.id, departuresMeant: true })
  await applyRoster(ctx, again.id)
  return getImport(ctx, again.id)
}

export const undone = async (ctx: Ctx, id: string, { leaveChanged = false } = {}) => {
  await startUndo(ctx, { id, leaveChanged })
  await undoRoster(ctx, id)
  return getImport(ctx, id)
}

/** Every live row an import may touch, to compare before and after. */
export const everything = async ({ db }: Ctx) => {
  const byId = { orderBy: { id: 'asc' } } as const
  return {
    campuses: await db.campus.findMany(byId), years: await db.academicYear.findMany(byId), terms: await db.term.findMany(byId), grades: await db.grade.findMany(byId), subjects: await db.subject.findMany(byId),
    staff: await db.staff.findMany(byId), students: await db.student.findMany(byId), guardians: await db.guardian.findMany(byId), guardianLinks: await db.guardianLink.findMany(byId), classes: await db.class.findMany(byId),
    classSubjects: await db.classSubject.findMany(byId), enrollments: await db.classEnrollment.findMany(byId),
  }
}
