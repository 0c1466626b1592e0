import 'server-only'
import { z } from 'zod'
import { defineJob, type Routine } from '@/lib/platform/jobs.server'
import { applyRoster } from './import-apply.server'
import { checkRoster } from './import-check.server'
import { removeOldFiles } from './import-files.server'
import { undoRoster } from './import-undo.server'
import { removeOldParts } from './import-upload.server'

const payload = z.object({ id: z.uuid() })

export const checkJob = defineJob({ kind: 'imports.check', payload, run: (ctx, { id }) => checkRoster(ctx, id) })
export const applyJob = defineJob({ kind: 'imports.apply', payload, run: (ctx, { id }) => applyRoster(ctx, id) })
export const undoJob = defineJob({ kind: 'imports.undo', payload, run: (ctx, { id }) => undoRoster(ctx, id) })

const filesRoutine: Routine = { kind: 'imports.files', each: removeOldFiles }
const partsRoutine: Routine = { kind: 'imports.parts', each: removeOldParts }

export const importJobs = [checkJob, applyJob, undoJob, filesRoutine, partsRoutine] as const
