import 'server-only'
import { goneStatuses, listedName, seated, standingOn } from '@/lib/domain/people/public.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { daysAfter, fromDate, type PlainDate } from '@/lib/platform/time'
import type { CarryInput, ClassLeft, StudentLeft } from './carry-over'
import { nextName } from './next-name'

type Grade = { id: string; name: string; code: string; sortOrder: number }
export type CarriedPlace = { id: string; studentId: string; name: string; enrolledOn: Date; endedOn: Date | null; status: 'active' | 'repeated' }
export type ClassPlan = {
  id: string; name: string; gradeName: string; campusId: string
  /** The last day in the class as it is. */
  lastDay: PlainDate
  left: ClassLeft | null
  /** The class of the next year; null where its students have reached the highest grade. */
  becomes: { name: string; gradeId: string; gradeName: string } | null
  movers: CarriedPlace[]
  /** Who repeats, with the class where they do; of a class that is only made by this deed the id is not known yet. */
  repeaters: { place: CarriedPlace; classId: string | null }[]
  aside: { name: string; why: StudentLeft }[]
}
export type CarryPlan = { year: { id: string; name: string; start: PlainDate }; classes: ClassPlan[] }

const here = { notIn: ['cancelled' as const, 'archived' as const] }
const student = { id: true, firstName: true, lastName: true, campusId: true, status: true, nextStatus: true, nextStatusOn: true, studentCampuses: { select: { campusId: true } } } as const
const keyOf = (campusId: string, name: string) => `${campusId} ${name}`

async function read(db: TenantDb, ids: readonly string[], { yearId }: CarryInput) {
  const among = { in: [...ids] }
  const [year, grades, classes, places, placed, carried] = await Promise.all([
    db.academicYear.findFirst({ where: { id: yearId }, select: { id: true, name: true, startDate: true } }),
    db.grade.findMany({ orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, code: true, sortOrder: true } }),
    db.class.findMany({ where: { id: among }, orderBy: [{ grade: { sortOrder: 'asc' } }, { name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, campusId: true, gradeId: true, academicYearId: true, classType: true, status: true, capacity: true, academicYear: { select: { startDate: true, endDate: true } } } }),
    db.classEnrollment.findMany({ where: { classId: among, status: { in: ['active', 'repeated'] } }, orderBy: [{ student: { lastNameKey: 'asc' } }, { student: { firstNameKey: 'asc' } }, { id: 'asc' }], select: { id: true, classId: true, studentId: true, enrolledOn: true, endedOn: true, status: true, student: { select: student } } }),
    db.classEnrollment.findMany({ where: { endedOn: null, status: seated, class: { academicYearId: yearId, classType: 'homeroom' }, student: { classEnrollments: { some: { classId: among } } } }, select: { studentId: true } }),
    db.auditEvent.findMany({ where: { entity: 'classes', deed: 'carry-class', entityId: among }, select: { entityId: true, after: true } }),
  ])
  if (!year) throw new Refusal('not-found', 'errors.refusals.notFound')
  const reached = await db.class.groupBy({ by: ['campusId', 'academicYearId', 'gradeId'], where: { campusId: { in: classes.map(({ campusId }) => campusId) }, academicYearId: { in: classes.map((one) => one.academicYearId) }, status: here }, _count: { _all: true } })
  const there = await db.class.findMany({ where: { academicYearId: yearId, campusId: { in: classes.map(({ campusId }) => campusId) } }, select: { id: true, name: true, campusId: true, gradeId: true, status: true, capacity: true, _count: { select: { classEnrollments: { where: { endedOn: null, status: seated } } } } } })
  return { year: { id: year.id, name: year.name, start: fromDate(year.startDate) }, grades, classes, places, placed: new Set(placed.map(({ studentId }) => studentId)), carried, reached, there }
}

/**
 * What becomes of classes in a later year, the lowest grade first: whoever repeats comes into a class that the grade below has become. Read
 * alike to be shown and, a class at a time, to be done.
 */
export async function planCarryOver(db: TenantDb, ids: readonly string[], input: CarryInput): Promise<CarryPlan> {
  const { year, grades, classes, places, placed, carried, reached, there } = await read(db, ids, input)
  const gradeOf = new Map<string, Grade>(grades.map((grade) => [grade.id, grade]))
  const rank = (gradeId: string) => gradeOf.get(gradeId)?.sortOrder ?? 0
  /** Classes of that year, with the places that are free. */
  const taken = new Map<string, { id: string | null; gradeId: string; free: number }>(there.map((one) => [keyOf(one.campusId, one.name), { id: one.id, gradeId: one.gradeId, free: one.status === 'active' || one.status === 'planned' ? (one.capacity ?? Infinity) - one._count.classEnrollments : 0 }]))
  const live = new Set(there.map(({ id }) => id))
  const isCarried = (id: string) => carried.some(({ entityId, after }) => entityId === id && typeof after === 'object' && after !== null && 'classId' in after && live.has(String(after.classId)))
  const placesOf = new Map<string, typeof places>(classes.map(({ id }) => [id, []]))
  for (const place of places) placesOf.get(place.classId)?.push(place)

  function whyNot({ studentId, student: who }: (typeof places)[number], { campusId, classType }: (typeof classes)[number]): StudentLeft | null {
    if (goneStatuses.includes(standingOn({ ...who, nextStatusOn: who.nextStatusOn && fromDate(who.nextStatusOn) }, year.start))) return 'gone'
    if (who.campusId !== campusId && !who.studentCampuses.some((seat) => seat.campusId === campusId)) return 'elsewhere'
    return classType === 'homeroom' && placed.has(studentId) ? 'placed' : null
  }

  function planOf(one: (typeof classes)[number]): ClassPlan {
    const grade = gradeOf.get(one.gradeId)
    const [end, eve] = [fromDate(one.academicYear.endDate), daysAfter(year.start, -1)]
    const plan: ClassPlan = { id: one.id, name: one.name, gradeName: grade?.name ?? '', campusId: one.campusId, lastDay: end < eve ? end : eve, left: null, becomes: null, movers: [], repeaters: [], aside: [] }
    if (one.status === 'cancelled' || one.status === 'archived') return { ...plan, left: 'closed' }
    if (fromDate(one.academicYear.startDate) >= year.start) return { ...plan, left: 'notEarlier' }
    if (isCarried(one.id)) return { ...plan, left: 'carried' }

    const goesHigher = input.higher || reached.some((other) => other.campusId === one.campusId && other.academicYearId === one.academicYearId && rank(other.gradeId) > rank(one.gradeId))
    const next = goesHigher ? grades.find(({ sortOrder }) => sortOrder > rank(one.gradeId)) : undefined
    if (next && grade) plan.becomes = { name: nextName(one.name, grade, next).slice(0, 100), gradeId: next.id, gradeName: next.name }
    if (plan.becomes && taken.has(keyOf(one.campusId, plan.becomes.name))) return { ...plan, left: 'taken' }

    const repeating: CarriedPlace[] = []
    for (const row of input.students ? (placesOf.get(one.id) ?? []) : []) {
      const { id, studentId, enrolledOn, endedOn, status } = row
      // Whoever leaves before the year ends is not carried.
      if ((status !== 'active' && status !== 'repeated') || (endedOn && fromDate(endedOn) < plan.lastDay)) continue
      const place = { id, studentId, enrolledOn, endedOn, status, name: listedName(row.student) }
      const why = whyNot(row, one)
      if (why) plan.aside.push({ name: place.name, why })
      else (status === 'repeated' ? repeating : plan.movers).push(place)
    }
    if (plan.becomes && one.capacity !== null && plan.movers.length > one.capacity) return { ...plan, left: 'full' }
    const same = taken.get(keyOf(one.campusId, one.name))
    for (const place of repeating) {
      if (same?.gradeId !== one.gradeId) plan.aside.push({ name: place.name, why: 'noClass' })
      else if (same.free < 1) plan.aside.push({ name: place.name, why: 'full' })
      else {
        same.free -= 1
        plan.repeaters.push({ place, classId: same.id })
      }
    }
    if (!plan.becomes && plan.movers.length + plan.repeaters.length === 0) return { ...plan, left: 'nothing' }
    if (plan.becomes) taken.set(keyOf(one.campusId, plan.becomes.name), { id: null, gradeId: plan.becomes.gradeId, free: (one.capacity ?? Infinity) - plan.movers.length })
    return plan
  }
  return { year, classes: classes.map(planOf) }
}
