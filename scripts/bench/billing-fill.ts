import pg from 'pg'
import { seedOrganizationOf } from '@/prisma/seed/scale'

export type Made = { organizationId: string; adminId: string }

async function adminOf(superuser: pg.Client, domain: string): Promise<Made> {
  const { rows } = await superuser.query<{ id: string; organization: string }>(`SELECT id, "organizationId" AS organization FROM users WHERE email = 'admin@' || $1`, [domain])
  return { adminId: rows[0]!.id, organizationId: rows[0]!.organization }
}

/** An organization of so many students, without days of attendance to speak of. */
export async function aDistrict(superuser: pg.Client, students: number, domain: string): Promise<Made> {
  await seedOrganizationOf({ students, campuses: 3, days: 1 }, domain, () => undefined)
  return adminOf(superuser, domain)
}

/**
 * Five years of quarterly invoices, paid but for some of the last two: as the owner of the machine without triggers or keys, because a million
 * by the verbs would take the day. What the triggers would have kept is summed at the end.
 */
export async function fillLedger(superuser: pg.Client, { organizationId }: Made): Promise<number> {
  await superuser.query('BEGIN')
  await superuser.query(`SELECT set_config('session_replication_role', 'replica', true), set_config('app.organization_id', $1, true)`, [organizationId])
  const { rowCount } = await superuser.query(`
    INSERT INTO invoices ("organizationId", invoice_number, issue_date, due_date, subtotal, total_amount, balance_due, status, "campusId", "studentId", "gradeId")
    SELECT app_organization(), 'INV-' || lpad(n::text, greatest(6, length(n::text)), '0'), issued, issued + 30, 500, 500, CASE WHEN is_open THEN 500 ELSE 0 END, (CASE WHEN is_open THEN 'issued' ELSE 'paid' END)::enum_invoices_status, "campusId", id, "gradeId"
    FROM (
      SELECT row_number() OVER (ORDER BY quarter, s.id) AS n, current_date - 15 - (20 - quarter) * 91 AS issued, s.id, s."campusId", c."gradeId", (quarter = 20 AND abs(hashtext(s.id::text)) % 10 < 3) OR (quarter = 19 AND abs(hashtext(s.id::text)) % 20 = 0) AS is_open
      FROM students s JOIN class_enrollments e ON e."organizationId" = s."organizationId" AND e."studentId" = s.id JOIN classes c ON c."organizationId" = e."organizationId" AND c.id = e."classId", generate_series(1, 20) quarter
      WHERE s."organizationId" = app_organization()) i`)
  await superuser.query(`
    INSERT INTO payments ("organizationId", receipt_number, paid_at, amount, method, "invoiceId", "studentId", "campusId", "gradeId")
    SELECT app_organization(), 'REC' || substring(invoice_number FROM 4), least(issue_date + 1 + abs(hashtext(id::text)) % 28, current_date) + time '10:00', 500, (ARRAY['cash', 'card', 'bank_transfer', 'cheque'])[1 + abs(hashtext(id::text)) % 4]::enum_payments_method, id, "studentId", "campusId", "gradeId"
    FROM invoices WHERE "organizationId" = app_organization() AND status = 'paid'`)
  await superuser.query(`INSERT INTO payment_allocations ("organizationId", "paymentId", "invoiceId", amount) SELECT app_organization(), id, "invoiceId", amount FROM payments WHERE "organizationId" = app_organization()`)
  await superuser.query(`INSERT INTO billing_sums ("organizationId", "campusId", "gradeId", kind, day, part, count, amount) SELECT "organizationId", "campusId", "gradeId", kind, day, part, sum(count), sum(amount) FROM billing_parts WHERE "organizationId" = app_organization() GROUP BY 1, 2, 3, 4, 5, 6`)
  await superuser.query(`UPDATE organizations SET next_invoice_number = $1 WHERE id = app_organization()`, [(rowCount ?? 0) + 1])
  await superuser.query('COMMIT')
  return rowCount ?? 0
}
