import 'server-only'
import type { Sql } from '@/lib/platform/db/sql.server'
import type { PlainDate } from '@/lib/platform/time'

/** An invoice as a run sends it, amounts as decimal texts. */
export type Sent = {
  studentId: string; campusId: string; subtotal: string; discount: string; tax: string; total: string
  lines: { position: number; description: string; amount: string; discount: string; tax_rate: number; tax: string }[]
  discounts: { position: number; rule: string; name: string; kind: string; reason: string | null; amount: string }[]
}
type Run = { id: string; feePlanId: string; period: PlainDate; issueDate: PlainDate; dueDate: PlainDate; actorId: string }

const text = `
WITH sent AS (
  SELECT s.*, row_number() OVER (ORDER BY s."studentId") AS n
  FROM jsonb_to_recordset($1) AS s("studentId" uuid, "campusId" uuid, subtotal numeric, discount numeric, tax numeric, total numeric, lines jsonb, discounts jsonb)
  WHERE NOT EXISTS (SELECT FROM invoices i WHERE i."organizationId" = app_organization() AND i."fee_planId" = $3 AND i."studentId" = s."studentId" AND i.billing_period = $4 AND i."deletedAt" IS NULL AND i.status <> 'void')
), counted AS (
  UPDATE organizations SET next_invoice_number = next_invoice_number + (SELECT count(*) FROM sent) WHERE id = app_organization()
  RETURNING next_invoice_number - (SELECT count(*) FROM sent) - 1 AS before
), numbered AS (
  SELECT s.*, (c.before + s.n)::text AS number FROM sent s, counted c
), made AS (
  INSERT INTO invoices (invoice_number, issue_date, due_date, subtotal, discount_amount, tax_amount, total_amount, balance_due, status, "campusId", "fee_planId", "studentId", billing_period, "runId", "createdById", "updatedById")
  SELECT 'INV-' || lpad(number, greatest(6, length(number)), '0'), $5, $6, subtotal, discount, tax, total, total, 'issued', "campusId", $3, "studentId", $4, $2, $7, $7 FROM numbered ORDER BY n
  RETURNING id, "studentId", invoice_number, total_amount
), lines AS (
  INSERT INTO invoice_lines ("invoiceId", position, description, amount, discount_amount, tax_rate, tax_amount, "createdById", "updatedById")
  SELECT m.id, l.position, l.description, l.amount, l.discount, l.tax_rate, l.tax, $7, $7 FROM made m JOIN sent s ON s."studentId" = m."studentId",
    jsonb_to_recordset(s.lines) AS l(position int, description text, amount numeric, discount numeric, tax_rate int, tax numeric)
), taken AS (
  INSERT INTO invoice_discounts ("invoiceId", position, "ruleId", name, kind, reason, amount, "createdById", "updatedById")
  SELECT m.id, d.position, d.rule, d.name, d.kind::enum_discount_rules_kind, d.reason, d.amount, $7, $7 FROM made m JOIN sent s ON s."studentId" = m."studentId",
    jsonb_to_recordset(s.discounts) AS d(position int, rule uuid, name text, kind text, reason text, amount numeric)
), noted AS (
  INSERT INTO audit_events (actor_id, deed, entity, entity_id, after)
  SELECT $7, 'issue-invoice', 'invoices', id, jsonb_build_object('number', invoice_number, 'status', 'issued', 'studentId', "studentId", 'total', total_amount::text) FROM made
)
UPDATE invoice_runs SET made = made + (SELECT count(*) FROM made), wanted = greatest(wanted, made + (SELECT count(*) FROM made)), total_amount = total_amount + coalesce((SELECT sum(m.total_amount) FROM made m), 0), "updatedAt" = now()
WHERE id = $2 RETURNING made`

/**
 * A part of a run: its invoices with number, lines and history, together or not at all. SQL, because thousands are made at once. Whoever
 * makes numbers takes the organization's row first, so that no two runs look for the same students at a time: what one has made the next one
 * sees. False when the run is not to go on.
 */
export async function makeInvoices(sql: Sql, { id, feePlanId, period, issueDate, dueDate, actorId }: Run, sent: readonly Sent[]): Promise<boolean> {
  const going = await sql(`UPDATE invoice_runs SET state = 'doing' WHERE id = $1 AND state IN ('waiting', 'doing') RETURNING id`, [id])
  if (going.length === 0) return false
  await sql(`SELECT FROM organizations WHERE id = app_organization() FOR NO KEY UPDATE`)
  await sql(text, [JSON.stringify(sent), id, feePlanId, period, issueDate, dueDate, actorId])
  return true
}

const paid = `SELECT FROM invoices WHERE "organizationId" = app_organization() AND "runId" = $1 AND status NOT IN ('issued', 'void') LIMIT 1`
const voided = `
WITH gone AS (
  UPDATE invoices SET status = 'void', balance_due = 0, closed_on = greatest($3::date, issue_date), closed_because = $4, "updatedAt" = now(), "updatedById" = $2
  WHERE "organizationId" = app_organization() AND "runId" = $1 AND status = 'issued' RETURNING id
), noted AS (
  INSERT INTO audit_events (actor_id, deed, entity, entity_id, before, after)
  SELECT $2, 'void-invoice', 'invoices', id, '{"status": "issued"}', jsonb_build_object('status', 'void', 'reason', $4::text) FROM gone
) SELECT count(*)::int AS count FROM gone`

/** All invoices of a run made void, while none is paid in part. One statement each, because a run has thousands. Null when something was paid. */
export async function voidRun(sql: Sql, { id, actorId, on, reason }: { id: string; actorId: string; on: PlainDate; reason: string }): Promise<number | null> {
  const ended = await sql(`UPDATE invoice_runs SET state = 'undone', "updatedAt" = now(), "updatedById" = $2 WHERE id = $1 AND state IN ('waiting', 'doing', 'done', 'cancelled') RETURNING id`, [id, actorId])
  if (ended.length === 0) return 0
  const [gone] = await sql<{ count: number }>(voided, [id, actorId, on, reason])
  // Looked for last: whoever paid while the rows were waited for is seen now.
  return (await sql(paid, [id])).length > 0 ? null : (gone?.count ?? 0)
}
