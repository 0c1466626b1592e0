import 'server-only'
import { tenantOf, tenantSql } from '../sql.server'
import type { TenantDb } from '../tenant.server'

type Names = Record<string, string>
export type BesideStudents = { campuses: Names | null; classes: Names | null; guardians: Names | null }

// Each class is looked up by its id (LATERAL … LIMIT): joined, they are read from the whole organization when the plan was made for a small one.
const text = `SELECT
  (SELECT json_object_agg(c.id, c.name) FROM campuses c WHERE c."organizationId" = app_organization() AND c.id = ANY($2::uuid[])) AS campuses,
  (SELECT json_object_agg(e.id, e.name) FROM (
    SELECT DISTINCT ON (e."studentId") e."studentId" AS id, k.name FROM class_enrollments e
    CROSS JOIN LATERAL (SELECT k.id, k.name, k."campusId", k."academic_yearId", k.class_type FROM classes k WHERE k."organizationId" = app_organization() AND k.id = e."classId" LIMIT 1) k
    WHERE e."organizationId" = app_organization() AND e."studentId" = ANY($1::uuid[]) AND e."deletedAt" IS NULL AND e.ended_on IS NULL
      AND k."academic_yearId" IN (SELECT y.id FROM academic_years y WHERE y."organizationId" = app_organization() AND y.current OFFSET 0) AND ($3::uuid[] IS NULL OR k."campusId" = ANY($3::uuid[])) AND ($4::uuid[] IS NULL OR k.id = ANY($4::uuid[]))
    ORDER BY e."studentId", k.class_type) e) AS classes,
  (SELECT json_object_agg(g.id, g.full_name) FROM (
    SELECT DISTINCT ON (g."studentId") g."studentId" AS id, g.full_name FROM guardians g
    WHERE g."organizationId" = app_organization() AND g."studentId" = ANY($1::uuid[]) AND g."deletedAt" IS NULL ORDER BY g."studentId", g.primary_contact DESC) g) AS guardians`

/** What a list shows beside students whom the caller found within reach: the class of this year and the first guardian by student, campuses by their id. */
export async function besideStudents(db: TenantDb, students: readonly { id: string; campusId: string }[]): Promise<BesideStudents> {
  const { reach } = tenantOf(db)
  const [row] = await tenantSql<BesideStudents>(db, 'student-page', text, [
    students.map(({ id }) => id), [...new Set(students.map(({ campusId }) => campusId))],
    reach.kind === 'campus' ? reach.campusIds : null, reach.kind === 'class' ? reach.classIds : null,
  ])
  return row as BesideStudents
}
