import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { studentNumberBy } from './student'

/**
 * The next number by the organization's rule, under the lock of its row until the transaction ends. One that a student has or ever
 * had, removed ones too, is passed over: numbers from a roster lie anywhere.
 */
export async function nextStudentNumber(tx: TenantDb, { organization }: Pick<Ctx, 'organization'>): Promise<string> {
  for (;;) {
    const { nextStudentNumber: after, studentNumberRule } = await tx.organization.update({ where: { id: organization.id }, data: { nextStudentNumber: { increment: 1 } }, select: { nextStudentNumber: true, studentNumberRule: true } })
    const studentNumber = studentNumberBy(studentNumberRule, after - 1)
    const [live, removed] = await Promise.all([tx.student.findFirst({ where: { studentNumber }, select: { id: true } }), tx.student.findRemoved({ where: { studentNumber }, take: 1, select: { id: true } })])
    if (!live && removed.length === 0) return studentNumber
  }
}
