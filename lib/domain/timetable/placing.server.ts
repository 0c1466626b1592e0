import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { fromDate, toTime } from '@/lib/platform/time'
import type { z } from 'zod'
import { lessonOf, period, placedOf, readBusy } from './board.server'
import type { Change, Lesson, Slot, stepInput } from './board'
import { clashFinder, type Clash } from './clash'

type Known = { id: string; campusId: string; academicYearId: string; from: string; seen: string; isBehind: boolean }

/** The timetable, held until the step is done: two people draw one after the other, and the second hears that there was a first. */
async function holdDraft(tx: TenantDb, id: string, seen: string): Promise<Known> {
  const hold = async (where: object) => (await tx.timetable.updateMany({ where: { id, status: 'draft', ...where }, data: { updatedAt: machineTime() } })).count > 0
  const isAsSeen = await hold({ updatedAt: new Date(seen) })
  const isHeld = isAsSeen || (await hold({}))
  const row = await tx.timetable.findFirst({ where: { id }, select: { campusId: true, academicYearId: true, effectiveFrom: true, updatedAt: true } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  if (!isHeld) throw new Refusal('conflict', 'timetables.refusals.notDraft')
  return { id, campusId: row.campusId, academicYearId: row.academicYearId, from: fromDate(row.effectiveFrom), seen: row.updatedAt.toISOString(), isBehind: !isAsSeen }
}

const stored = ({ day, startsAt, endsAt, name, room }: Slot) => ({ dayOfWeek: day, startsAt: toTime(startsAt), endsAt: toTime(endsAt), name, room })
/** Where it was seen: a lesson that somebody has moved meanwhile is not there. */
const seenAt = ({ day, startsAt, room }: Slot) => ({ dayOfWeek: day, startsAt: toTime(startsAt), room })

const moved = () => new Refusal('conflict', 'timetables.refusals.moved')

async function applyChange(tx: TenantDb, { id, campusId }: Known, { id: periodId, from, to }: Change, lesson: Lesson) {
  if (from && to) {
    const { count } = await tx.timetablePeriod.updateMany({ where: { id: periodId, timetableId: id, classSubjectId: lesson.id, ...seenAt(from) }, data: stored(to) })
    if (count === 0) throw moved()
  } else if (from) {
    const { count } = await tx.timetablePeriod.deleteMany({ where: { id: periodId, timetableId: id, ...seenAt(from) } })
    if (count === 0) throw moved()
  } else if (to) {
    const { count } = await tx.timetablePeriod.restore({ where: { id: periodId, timetableId: id, classSubjectId: lesson.id } })
    if (count > 0) await tx.timetablePeriod.updateMany({ where: { id: periodId }, data: stored(to) })
    else await tx.timetablePeriod.createMany({ data: [{ id: periodId, timetableId: id, classSubjectId: lesson.id, classId: lesson.classId, campusId, ...stored(to) }] })
  }
}

/** Who has what when around the lessons of a step, after it: whatever stands in its way is a refusal that names it. */
async function assertFree(tx: TenantDb, known: Known, changes: readonly Change[], lessons: ReadonlyMap<string, Lesson>) {
  const arriving = changes.filter((change): change is Change & { to: Slot } => change.to !== null)
  if (arriving.length === 0) return
  const named = arriving.map(({ lessonId }) => lessons.get(lessonId)!)
  const teacherIds = [...new Set(named.flatMap(({ teacherId }) => teacherId ?? []))]
  const rows = await tx.timetablePeriod.findMany({
    where: {
      timetableId: known.id, dayOfWeek: { in: [...new Set(arriving.map(({ to }) => to.day))] },
      OR: [{ classId: { in: named.map(({ classId }) => classId) } }, { teacherId: { in: teacherIds } }, { room: { in: arriving.flatMap(({ to }) => to.room ?? []), mode: 'insensitive' } }],
    },
    select: { ...period, classSubject: { select: { id: true, classId: true, teacherId: true, lessonsPerWeek: true, subject: { select: { name: true } }, class: { select: { name: true } }, teacher: { select: { firstName: true, lastName: true } } } } },
  })
  const board = { placed: rows.map(({ classSubject: _lesson, ...row }) => placedOf(row)), lessons: rows.map(({ classSubject }) => lessonOf(classSubject)), busy: await readBusy({ db: tx }, teacherIds, known) }
  const clashesOf = clashFinder(board)
  for (const { id, lessonId, to } of arriving) {
    const [clash] = clashesOf(lessons.get(lessonId)!, to, [id])
    if (clash) throw refusalOf(clash, lessons.get(lessonId)!, to)
  }
}

function refusalOf(clash: Clash, lesson: Lesson, slot: Slot): Refusal {
  const params = { className: lesson.className, subject: lesson.subject, teacher: lesson.teacher ?? '', room: slot.room ?? '' }
  if (clash.because === 'elsewhere') return new Refusal('conflict', 'timetables.clash.elsewhere', { params: { ...params, campus: clash.campusName } })
  return new Refusal('conflict', `timetables.clash.${clash.because}`, { params: { ...params, other: clash.lesson.className, otherSubject: clash.lesson.subject }, detail: { clash: clash.other.id } })
}

/** One step of drawing: lessons go to their places, all of them or none, and the history says so. */
export const placeLessons = (ctx: Ctx, { timetableId, seen, changes }: z.output<typeof stepInput>): Promise<{ seen: string; isBehind: boolean }> =>
  ctx.db.$transaction(async (tx) => {
    const known = await holdDraft(tx, timetableId, seen)
    const rows = await tx.classSubject.findMany({
      where: { id: { in: changes.map(({ lessonId }) => lessonId) }, class: { campusId: known.campusId, academicYearId: known.academicYearId } },
      select: { id: true, classId: true, teacherId: true, lessonsPerWeek: true, subject: { select: { name: true } }, class: { select: { name: true } }, teacher: { select: { firstName: true, lastName: true } } },
    })
    const lessons = new Map(rows.map((row) => [row.id, lessonOf(row)]))
    if (changes.some(({ lessonId }) => !lessons.has(lessonId))) throw new Refusal('not-found', 'errors.refusals.notFound')
    for (const change of changes) await applyChange(tx, known, change, lessons.get(change.lessonId)!)
    await assertFree(tx, known, changes, lessons)
    for (const { lessonId, from, to } of changes) {
      const { className, subject } = lessons.get(lessonId)!
      const told = (slot: Slot) => ({ lesson: `${className} ${subject}`, day: slot.day, time: `${slot.startsAt}–${slot.endsAt}`, room: slot.room })
      await writeHistory(tx, ctx, { deed: from && to ? 'move-lesson' : to ? 'place-lesson' : 'unplace-lesson', entity: 'timetables', id: timetableId, ...(from ? { before: told(from) } : {}), ...(to ? { after: told(to) } : {}) })
    }
    return { seen: known.seen, isBehind: known.isBehind }
  })
