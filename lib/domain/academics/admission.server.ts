import 'server-only'
import type { z } from 'zod'
import { createGuardianOf, createStudent, linkGuardian, type admissionInput } from '@/lib/domain/people/public.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { placeIn } from './enrollment.server'

/** Admits a student: the record with its number, who answers for the child, and the place in a class. All or nothing. */
export const admitStudent = (ctx: Ctx, { classId, guardians, ...student }: z.output<typeof admissionInput>): Promise<{ id: string; studentNumber: string }> =>
  ctx.db.$transaction(async (tx) => {
    if (guardians.length > 0 && !ctx.can('CREATE_GUARDIANS')) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    if (classId && !ctx.can('CREATE_ENROLLMENTS')) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    const made = await createStudent(ctx, tx, student)
    for (const [i, { guardianId, ...guardian }] of guardians.entries()) {
      const link = { livesWith: guardian.livesWith, mayPickUp: guardian.mayPickUp, receivesMail: true, pays: false, emergencyOrder: i + 1, custodyNote: null, custodyFrom: null, custodyUntil: null }
      if (guardianId) await linkGuardian({ ...ctx, db: tx }, { guardianId, studentId: made.id, relationship: guardian.relationship, ...link })
      else await createGuardianOf(ctx, tx, made.id, { ...guardian, address: null, ...link })
    }
    if (classId) await placeIn(ctx, tx, { studentId: made.id, classId, on: student.on })
    return made
  })
