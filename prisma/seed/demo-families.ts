import { todayIn } from '@/lib/platform/clock.server'
import { daysAfter } from '@/lib/platform/time'
import { fill } from './insert'
import { demoZone } from './school-year'

/**
 * What makes families of students and guardians: parents live with their children and may fetch them, brothers and sisters share a
 * parent, a few children have two homes, one a custody note; somebody waits for a place, somebody will leave, papers expire.
 */
export function bindFamilies(organizationId: string): Promise<void> {
  const today = todayIn(demoZone)
  return fill(organizationId, async (insert, client) => {
    const rows = async <Row extends object>(text: string, values: unknown[] = []) => (await client.query<Row>(text, values)).rows
    await client.query(`UPDATE guardian_links SET lives_with = relationship IN ('mother', 'father', 'legal_guardian'), may_pick_up = true, pays = coalesce(emergency_order = 1, false) WHERE "organizationId" = $1`, [organizationId])
    const children = await rows<{ id: string; last_name: string; campusId: string; guardian: string }>(
      `SELECT s.id, s.last_name, s."campusId", (SELECT l."guardianId" FROM guardian_links l WHERE l."studentId" = s.id AND l.emergency_order = 1 LIMIT 1) AS guardian FROM students s WHERE s."organizationId" = $1 ORDER BY s.student_number LIMIT 400`, [organizationId])
    // Two of one family name at one campus become brother and sister, a few times.
    const first = new Map<string, (typeof children)[number]>()
    const siblings: { guardianId: string; studentId: string; relationship: string; lives_with: boolean; may_pick_up: boolean; emergency_order: number; organizationId: string }[] = []
    for (const child of children) {
      const known = first.get(child.campusId + child.last_name)
      if (!known) first.set(child.campusId + child.last_name, child)
      else if (siblings.length < 24 && known.guardian !== child.guardian && !siblings.some((one) => one.guardianId === known.guardian)) siblings.push({ guardianId: known.guardian, studentId: child.id, relationship: 'mother', lives_with: true, may_pick_up: true, emergency_order: 3, organizationId })
    }
    if (siblings.length > 0) await insert('guardian_links', siblings)
    await client.query(`UPDATE guardians g SET address = CASE WHEN g.primary_contact THEN '12 Orchard Street' ELSE '3 Station Road' END
      WHERE g."organizationId" = $1 AND g."studentId" = ANY($2::uuid[])`, [organizationId, children.slice(10, 22).map(({ id }) => id)])
    await client.query(`UPDATE guardian_links SET lives_with = true WHERE "organizationId" = $1 AND "studentId" = ANY($2::uuid[])`, [organizationId, children.slice(10, 22).map(({ id }) => id)])
    await client.query(`UPDATE guardian_links SET may_pick_up = false, custody_note = 'Fetches the child on Wednesdays only, by order of the family court.', custody_from = $2 WHERE id = (
      SELECT id FROM guardian_links WHERE "organizationId" = $1 AND "studentId" = $3 AND emergency_order IS NULL ORDER BY id LIMIT 1)`, [organizationId, daysAfter(today, -120), children[11]?.id ?? null])
    const [noted, other, leaving] = [children[4], children[5], children[30]]
    if (noted && other) {
      await insert('student_notes', [
        { studentId: noted.id, kind: 'medical', body: 'Peanut allergy: the pen is in the office and in the bag.', urgent: true, organizationId },
        { studentId: other.id, kind: 'support', body: 'Reads better with large print; sits in the first row.', urgent: false, organizationId },
      ])
      await insert('documents', [
        { name: 'Residence permit', category: 'residency_visa', entity_type: 'student', entity_reference: noted.id, campusId: noted.campusId, expires_on: daysAfter(today, 21), uploaded_at: daysAfter(today, -300), organizationId },
        { name: 'Immunization record', category: 'immunization', entity_type: 'student', entity_reference: other.id, campusId: other.campusId, expires_on: daysAfter(today, 45), uploaded_at: daysAfter(today, -200), organizationId },
        { name: 'Fire safety certificate', category: 'certificate', entity_type: 'campus', entity_reference: noted.campusId, campusId: noted.campusId, expires_on: daysAfter(today, -5), uploaded_at: daysAfter(today, -370), organizationId },
        { name: 'Attendance policy', category: 'policy', entity_type: 'organization', entity_reference: null, campusId: null, expires_on: null, uploaded_at: daysAfter(today, -100), organizationId },
      ])
    }
    if (!leaving) return
    const on = daysAfter(today, 30)
    await client.query(`UPDATE students SET next_status = 'withdrawn', next_status_on = $2 WHERE id = $1`, [leaving.id, on])
    await client.query(`UPDATE class_enrollments SET ended_on = $2, status = 'withdrawn' WHERE "studentId" = $1 AND ended_on IS NULL`, [leaving.id, daysAfter(on, -1)])
    await insert('student_changes', [{ studentId: leaving.id, campusId: leaving.campusId, deed: 'withdraw', effective_on: on, status: 'withdrawn', former_status: 'active', reason: 'The family moves.', organizationId }])
    // One who is in a class waits for a place in its sister class.
    const [waiting] = await rows<{ studentId: string; classId: string }>(`SELECT e."studentId", k2.id AS "classId" FROM class_enrollments e JOIN classes k ON k.id = e."classId" AND k.status = 'active'
      JOIN classes k2 ON k2."campusId" = k."campusId" AND k2."gradeId" = k."gradeId" AND k2."academic_yearId" = k."academic_yearId" AND k2.id <> k.id WHERE e."organizationId" = $1 AND e.ended_on IS NULL ORDER BY k.name, e.id LIMIT 1`, [organizationId])
    if (waiting) await insert('class_enrollments', [{ ...waiting, enrolled_on: today, ended_on: null, status: 'waitlisted', organizationId }])
  })
}
