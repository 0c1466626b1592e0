import 'server-only'
import { z } from 'zod'
import { startBulk, type Bulk } from '@/lib/platform/bulk.server'
import type { Ctx } from '@/lib/platform/context'
import { hold } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { daysAfter, fromDate } from '@/lib/platform/time'
import { carryInput, type CarryInput } from './carry-over'
import { planCarryOver, type ClassPlan } from './carry-over-plan.server'
import { classes } from './class-record.server'
import { classSubjects } from './class-subject.server'
import { endPlace, placeIn, resumePlaces } from './enrollment.server'

const mayMove = (ctx: Ctx) => ctx.can('CREATE_ENROLLMENTS') && ctx.can('UPDATE_ENROLLMENTS')
const changed = () => new Refusal('conflict', 'errors.refusals.busy')
/** Whoever has left teaches nobody next year. */
const stillHere = (teacher: { id: string; status: string } | null) => (teacher && teacher.status !== 'ended' ? teacher.id : null)
const teacher = { select: { id: true, status: true } } as const

/** The class of the next year, as the old one is but for its name and its grade; with what it is taught, if that stays. */
async function makeNext(tx: TenantDb, ctx: Ctx, { id, becomes }: ClassPlan, { yearId, teaching }: CarryInput): Promise<string | null> {
  if (!becomes) return null
  const old = await tx.class.findFirstOrThrow({ where: { id }, select: { section: true, campusId: true, room: true, capacity: true, classType: true, homeroomTeacher: teacher } })
  const { homeroomTeacher, ...same } = old
  const inTx = { ...ctx, db: tx }
  const made = await classes.create(inTx, { ...same, name: becomes.name, gradeId: becomes.gradeId, academicYearId: yearId, homeroomTeacherId: teaching ? stillHere(homeroomTeacher) : null, status: 'active' })
  const taught = teaching ? await tx.classSubject.findMany({ where: { classId: id, status: { in: ['planned', 'active'] } }, orderBy: { id: 'asc' }, select: { subjectId: true, lessonsPerWeek: true, teacher } }) : []
  const subjects = new Map(taught.map(({ teacher: by, ...row }) => [`${row.subjectId} ${stillHere(by)}`, { ...row, teacherId: stillHere(by), status: 'active' as const }]))
  for (const subject of subjects.values()) await classSubjects.create(inTx, { ...subject, classId: made.id })
  return made.id
}

/** What the undo must know: the class that was made, as it was then, and each place that ended with the one that follows it. */
const kept = z.object({ yearId: z.string(), classId: z.string().nullable(), seen: z.string().nullable(), subjects: z.number(), change: z.string(), places: z.string() })
const keptPlaces = z.array(z.object({ old: z.string(), studentId: z.string(), next: z.string().nullable(), into: z.string().nullable() }))

/**
 * The turn of the year, class by class: each becomes a class of the next grade in a later year. Places end with the old year, as promoted or,
 * of the highest grade, as completed; places of the new class begin with the new year.
 */
export const carryClass: Bulk<CarryInput> = {
  deed: 'carry-class',
  needs: 'CREATE_CLASSES',
  input: carryInput,
  atOnce: 10,
  async apply(tx, ctx, id, input) {
    if (input.students && !mayMove(ctx)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    const held = (await tx.classEnrollment.findMany({ where: { classId: id, status: { in: ['active', 'repeated'] } }, select: { studentId: true } })).map(({ studentId }) => studentId)
    await hold(tx, 'students', held)
    await hold(tx, 'classes', [id])
    const { year, classes: [plan] } = await planCarryOver(tx, [id], input)
    if (!plan) throw new Refusal('not-found', 'errors.refusals.notFound')
    if (plan.left === 'carried' || plan.left === 'nothing') return null
    if (plan.left) throw new Refusal('conflict', `classes.carry.left.${plan.left}`)
    const moves = [...plan.movers.map((place) => ({ place, classId: null })), ...plan.repeaters]
    // Somebody came into the class since it was read: another time, with everybody.
    if (moves.some(({ place }) => !held.includes(place.studentId))) throw changed()

    const made = await makeNext(tx, ctx, plan, input)
    const change = made ?? crypto.randomUUID()
    const places: z.output<typeof keptPlaces> = []
    for (const { place, classId } of moves) {
      const into = classId ?? made
      await endPlace(ctx, tx, place, plan.lastDay, place.status === 'repeated' ? 'repeated' : into ? 'promoted' : 'completed', change)
      const next = into ? (await placeIn(ctx, tx, { studentId: place.studentId, classId: into, on: year.start })).id : null
      places.push({ old: place.id, studentId: place.studentId, next, into })
    }
    await writeHistory(tx, ctx, { deed: 'carry-class', entity: classes.entity, id, after: { academicYearId: input.yearId, classId: made } })
    const seen = made && (await classes.get({ ...ctx, db: tx }, made)).seen
    return { yearId: input.yearId, classId: made, seen, subjects: made ? await tx.classSubject.count({ where: { classId: made } }) : 0, change, places: JSON.stringify(places) }
  },
  async undo(tx, ctx, id, before) {
    const { yearId, classId, seen, subjects, change, places: text } = kept.parse(before)
    const places = keptPlaces.parse(JSON.parse(text))
    if (places.length > 0 && !mayMove(ctx)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
    await hold(tx, 'students', places.map(({ studentId }) => studentId))
    await hold(tx, 'classes', [id])
    if (classId) {
      await hold(tx, 'classes', [classId], { whole: true })
      const [seats, taught, assessed] = await Promise.all([tx.classEnrollment.findMany({ where: { classId, status: { not: 'cancelled' } }, select: { id: true } }), tx.classSubject.count({ where: { classId } }), tx.assessment.count({ where: { classSubject: { classId } } })])
      // What was hung on it since would be lost with it.
      if (taught !== subjects || assessed > 0 || seats.some((seat) => !places.some(({ next }) => next === seat.id))) throw changed()
    }
    const untouched = await tx.classEnrollment.findMany({ where: { id: { in: places.flatMap(({ next }) => next ?? []) }, status: 'active', endedOn: null }, select: { id: true, enrolledOn: true, status: true } })
    if (untouched.length < places.filter(({ next }) => next).length) throw changed()
    for (const row of untouched) if (places.some(({ next, into }) => next === row.id && into !== classId)) await endPlace(ctx, tx, row, daysAfter(fromDate(row.enrolledOn), -1), 'cancelled')
    if (classId) await classes.removeIn(tx, ctx, classId, seen ?? undefined)

    const old = { id: { in: places.map((place) => place.old) } }
    for (const studentId of new Set(places.map((place) => place.studentId))) await resumePlaces(ctx, tx, studentId, change)
    const back = await tx.classEnrollment.count({ where: { ...old, status: { in: ['active', 'repeated'] } } })
    if (back < places.length) throw changed()
    await writeHistory(tx, ctx, { deed: 'uncarry-class', entity: classes.entity, id, before: { academicYearId: yearId } })
  },
}

/** Classes are carried from the lowest grade up, so that whoever repeats finds the class that the grade below has become. */
export async function carryClasses(ctx: Ctx, ids: readonly string[], input: CarryInput) {
  const rows = await ctx.db.class.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ grade: { sortOrder: 'asc' } }, { name: 'asc' }, { id: 'asc' }], select: { id: true } })
  return startBulk(ctx, carryClass, rows.map(({ id }) => id), input)
}
