import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Routine } from '@/lib/platform/jobs.server'
import { log } from '@/lib/platform/log.server'
import { toDate } from '@/lib/platform/time'

type Spell = { staffId: string; startsOn: Date | null; endsOn: Date | null; main: boolean }

/** Who follows a teacher whose own days are over: nobody while they are not, or where no days are known. */
function successorOf(teacherId: string, spells: readonly Spell[], day: Date): string | null {
  const isOn = ({ startsOn, endsOn }: Spell) => (!startsOn || startsOn <= day) && (!endsOn || endsOn >= day)
  const own = spells.filter(({ staffId }) => staffId === teacherId)
  if (own.length === 0 || own.some((spell) => isOn(spell) || (spell.startsOn && spell.startsOn > day))) return null
  const [next] = spells.filter(isOn).sort((a, b) => Number(b.main) - Number(a.main) || Number(b.startsOn ?? 0) - Number(a.startsOn ?? 0))
  return next?.staffId ?? null
}

/** Classes and their subjects go over to the teacher whose days have come, as the roster said they would. Whom somebody chose by hand stays. */
export async function changeTeachers(db: TenantDb): Promise<number> {
  const over = { classTeachers: { some: { endsOn: { lt: toDate(todayIn('Pacific/Kiritimati')) } } } }
  const classes = await db.class.findMany({
    where: { status: { in: ['planned', 'active'] }, ...over },
    select: {
      id: true, homeroomTeacherId: true, campus: { select: { timeZone: true } }, classSubjects: { where: { teacherId: { not: null } }, select: { id: true, teacherId: true } },
      classTeachers: { select: { staffId: true, startsOn: true, endsOn: true, main: true } },
    },
  })
  let count = 0
  for (const { id, homeroomTeacherId, campus, classSubjects, classTeachers } of classes) {
    const day = toDate(todayIn(campus.timeZone))
    const next = homeroomTeacherId && successorOf(homeroomTeacherId, classTeachers, day)
    if (next) {
      await db.$transaction(async (tx) => {
        const { count: one } = await tx.class.updateMany({ where: { id, homeroomTeacherId }, data: { homeroomTeacherId: next } })
        if (one === 1) await tx.auditEvent.create({ data: { actorId: null, deed: 'update', entity: 'classes', entityId: id, before: { homeroomTeacherId }, after: { homeroomTeacherId: next } }, select: { id: true } })
        count += one
      })
    }
    for (const lesson of classSubjects) {
      const other = lesson.teacherId && successorOf(lesson.teacherId, classTeachers, day)
      if (!other) continue
      // Who already teaches at that time cannot take over: the timetable comes first, and the next import says so.
      const done = await db.classSubject.updateMany({ where: { id: lesson.id, teacherId: lesson.teacherId }, data: { teacherId: other } }).catch((error: unknown) => log.warn({ lesson: lesson.id, err: error }, 'A lesson keeps its teacher.'))
      count += done?.count ?? 0
    }
  }
  return count
}

export const teachingRoutines: readonly Routine[] = [{ kind: 'change-teachers', hours: 1, each: async (db) => void (await changeTeachers(db)) }]
