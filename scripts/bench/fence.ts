import pg from 'pg'
import { listStudents } from '@/lib/domain/people/student.server'
import { studentList } from '@/lib/domain/people/student'
import { getDay } from '@/lib/domain/attendance/day.server'
import { getRegister, submitRegister } from '@/lib/domain/attendance/register.server'
import type { Ctx } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client.server'
import { parseList } from '@/lib/platform/list'
import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter } from '@/lib/platform/time'
import { medians } from './load'

export type Cost = { name: string; microseconds: number; raw: number }

/** What the fences cost: the same ten rows by raw pg, by plain Prisma as the owner, and by the tenant's client. */
export async function fenceCosts(ctx: Ctx, owner: pg.Pool): Promise<{ raw: number; plain: number; fenced: number }> {
  const organizationId = ctx.organization.id
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { PrismaClient } = await import('@/lib/platform/db/generated/client')
  const prisma = new PrismaClient({ adapter: new PrismaPg(owner as unknown as pg.Pool, { statementNameGenerator: ({ sql }) => `b${sql.length}` }) })
  const order = { orderBy: { lastNameKey: 'asc' as const }, take: 10 }
  return medians({
    raw: () => owner.query({ name: 'bench-ten', text: 'SELECT * FROM students WHERE "organizationId" = $1 AND "deletedAt" IS NULL ORDER BY last_name_key LIMIT 10', values: [organizationId] }),
    plain: () => prisma.student.findMany({ where: { organizationId, deletedAt: null }, ...order }),
    fenced: () => ctx.db.student.findMany(order),
  })
}

/** The rows of a page's main query by raw pg, and by the verb that the page calls. */
export async function verbCosts(ctx: Ctx, owner: pg.Pool): Promise<Cost[]> {
  const organizationId = ctx.organization.id
  const list = parseList(studentList, {})
  const campusIds = ctx.campuses.map(({ id }) => id)
  const today = todayIn(ctx.organization.timeZone)
  const raw = (name: string, text: string, values: unknown[]) => () => owner.query({ name, text, values })
  const students = raw('bench-students', `SELECT s.id, s.student_number, s.first_name, s.last_name, s.status, c.name,
      (SELECT k.name FROM class_enrollments e JOIN classes k ON k.id = e."classId" WHERE e."studentId" = s.id AND e."organizationId" = $1 AND e.ended_on IS NULL AND e."deletedAt" IS NULL LIMIT 1) AS class,
      (SELECT g.full_name FROM guardians g WHERE g."studentId" = s.id AND g."organizationId" = $1 AND g."deletedAt" IS NULL ORDER BY g.primary_contact DESC LIMIT 1) AS guardian
    FROM students s JOIN campuses c ON c.id = s."campusId" WHERE s."organizationId" = $1 AND s."deletedAt" IS NULL ORDER BY s.last_name_key, s.first_name_key, s.id LIMIT 51`, [organizationId])
  const day = raw('bench-day', `SELECT s."campusId", sum(s.total_present), sum(s.total_absent), sum(s.total_tardy), count(*) FROM attendance_sessions s
    WHERE s."organizationId" = $1 AND s."campusId" = ANY($2) AND s.session_date = $3 AND s."deletedAt" IS NULL GROUP BY 1`, [organizationId, campusIds, today])
  return [
    { name: 'students list, 50 rows', ...(await medians({ raw: students, microseconds: () => listStudents(ctx, list) }, 400)) },
    { name: 'director’s day', ...(await medians({ raw: day, microseconds: () => getDay(ctx) }, 400)) },
    { name: 'register of 25', ...(await registerCosts(ctx, owner)) },
  ]
}

/** Submitting a register each time for another day, so that every one is new; raw is the same rows without rules. */
async function registerCosts(ctx: Ctx, owner: pg.Pool): Promise<Omit<Cost, 'name'>> {
  const { id: classId, campusId } = await ctx.db.class.findFirstOrThrow({ select: { id: true, campusId: true } })
  const { students } = await getRegister(ctx, { classId, date: todayIn('UTC'), periodId: null })
  const marks = students.map(({ id }) => ({ studentId: id, status: 'present' as const, minutesLate: null, remark: null }))
  let day = daysAfter(todayIn('UTC'), -1_000)
  const next = () => (day = daysAfter(day, -1))
  return medians({
    microseconds: () => submitRegister(ctx, { classId, date: next(), periodId: null, idempotencyKey: crypto.randomUUID(), seen: null, marks }),
    raw: () => owner.query({
      name: 'bench-register',
      text: `WITH s AS (INSERT INTO attendance_sessions ("organizationId", "classId", "campusId", session_date, session_type) VALUES ($1, $2, $3, $4, 'daily') RETURNING id)
        INSERT INTO attendance_records ("organizationId", "attendance_sessionId", "campusId", session_date, "studentId", status) SELECT $1, s.id, $3, $4, i, 'present' FROM s, unnest($5::uuid[]) i`,
      values: [ctx.organization.id, classId, campusId, next(), marks.map(({ studentId }) => studentId)],
    }),
  }, 150)
}

export const closeDatabase = () => database().pool.end()
