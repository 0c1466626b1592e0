import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'

const org = '"organizationId" = app_organization()'
const live = `${org} AND "deletedAt" IS NULL`
/** What was put to each invoice, less what was taken back. */
const put = `(SELECT "invoiceId" AS id, sum(amount) AS amount FROM payment_allocations WHERE ${org} GROUP BY 1)`
const numbers = (table: string, column: string, letters: string) => `SELECT substring(${column} FROM '^${letters}-([0-9]{6,})$')::bigint AS n FROM ${table} WHERE ${org} AND ${column} ~ '^${letters}-[0-9]{6,}$'`

/** Each must return no row: what it returns is broken. They read as they are said, and are run after every fault. */
export const invariants = {
  'balance is total less allocations': `SELECT i.id FROM invoices i LEFT JOIN ${put} p ON p.id = i.id WHERE i.${live.replaceAll('"deletedAt"', 'i."deletedAt"')} AND i.balance_due <> CASE WHEN i.status = 'void' THEN 0 ELSE i.total_amount - coalesce(p.amount, 0) END`,
  'nothing was put to a draft or a void invoice': `SELECT i.id FROM invoices i JOIN ${put} p ON p.id = i.id WHERE i.${org} AND p.amount <> 0 AND (i.status IN ('draft', 'void') OR i."deletedAt" IS NOT NULL)`,
  'the status fits the balance': `SELECT id FROM invoices WHERE ${live} AND CASE status WHEN 'draft' THEN balance_due <> total_amount WHEN 'issued' THEN balance_due <> total_amount OR total_amount = 0 WHEN 'partially_paid' THEN balance_due IN (0, total_amount) WHEN 'paid' THEN balance_due <> 0 WHEN 'void' THEN balance_due <> 0 ELSE false END`,
  'nothing is below zero': `SELECT id FROM invoices WHERE ${live} AND (subtotal < 0 OR discount_amount < 0 OR tax_amount < 0 OR total_amount < 0 OR balance_due < 0 OR balance_due > total_amount)`,
  'no amount has a third decimal': `SELECT id FROM invoices WHERE ${live} AND greatest(scale(subtotal), scale(discount_amount), scale(tax_amount), scale(total_amount), scale(balance_due)) > 2 UNION ALL SELECT id FROM payments WHERE ${org} AND scale(amount) > 2 UNION ALL SELECT id FROM payment_allocations WHERE ${org} AND scale(amount) > 2`,
  'an invoice is the sum of its lines': `SELECT i.id FROM invoices i LEFT JOIN (SELECT "invoiceId" AS id, sum(amount) AS amount, sum(discount_amount) AS discount, sum(tax_amount) AS tax FROM invoice_lines WHERE ${live} GROUP BY 1) l ON l.id = i.id WHERE i.${org} AND i."deletedAt" IS NULL AND l.id IS NOT NULL AND (l.amount, l.discount, l.tax) IS DISTINCT FROM (i.subtotal, i.discount_amount, i.tax_amount)`,
  'a discount has its rules': `SELECT i.id FROM invoices i JOIN (SELECT "invoiceId" AS id, sum(amount) AS amount FROM invoice_discounts WHERE ${live} GROUP BY 1) d ON d.id = i.id WHERE i.${org} AND i."deletedAt" IS NULL AND d.amount <> i.discount_amount`,
  'no number twice': `SELECT min(id::text) AS id FROM invoices WHERE ${org} AND invoice_number IS NOT NULL GROUP BY invoice_number HAVING count(*) > 1 UNION ALL SELECT min(id::text) FROM payments WHERE ${org} GROUP BY receipt_number HAVING count(*) > 1`,
  'no number is missing': `SELECT n::text AS id FROM generate_series(1, (SELECT next_invoice_number - 1 FROM organizations WHERE id = app_organization())) n EXCEPT SELECT n::text FROM (${numbers('invoices', 'invoice_number', 'INV')}) i`,
  'no receipt is missing': `SELECT n::text AS id FROM generate_series(1, (SELECT next_receipt_number - 1 FROM organizations WHERE id = app_organization())) n EXCEPT SELECT n::text FROM (${numbers('payments', 'receipt_number', 'REC')}) p`,
  'one invoice a plan, student and period': `SELECT min(id::text) AS id FROM invoices WHERE ${live} AND status <> 'void' AND "fee_planId" IS NOT NULL AND billing_period IS NOT NULL GROUP BY "fee_planId", "studentId", billing_period HAVING count(*) > 1`,
  'a payment gives no more than it brought': `SELECT coalesce(p.reverses_id, p.id) AS id FROM payments p LEFT JOIN (SELECT "paymentId" AS id, sum(amount) AS amount FROM payment_allocations WHERE ${org} GROUP BY 1) a ON a.id = p.id WHERE p.${org} GROUP BY 1 HAVING sum(p.amount) < coalesce(sum(a.amount), 0) OR coalesce(sum(a.amount), 0) < 0`,
  'an undone payment says so': `SELECT p.id FROM payments p LEFT JOIN (SELECT reverses_id AS id, sum(amount) AS amount FROM payments WHERE ${org} AND reverses_id IS NOT NULL GROUP BY 1) r ON r.id = p.id WHERE p.${org} AND p.reverses_id IS NULL AND CASE p.status WHEN 'succeeded' THEN r.id IS NOT NULL WHEN 'reversed' THEN r.amount IS DISTINCT FROM -p.amount WHEN 'refunded' THEN r.amount IS DISTINCT FROM -p.amount WHEN 'partially_refunded' THEN r.amount IS NULL OR -r.amount >= p.amount ELSE r.id IS NOT NULL END`,
  'what is summed is what there is': `SELECT concat_ws(' ', s.kind, s.day, s.part) AS id FROM (SELECT "campusId", "gradeId", kind, day, part, sum(count) AS count, sum(amount) AS amount FROM billing_parts WHERE ${org} GROUP BY 1, 2, 3, 4, 5) p FULL JOIN (SELECT * FROM billing_sums WHERE ${org}) s ON (s."campusId", coalesce(s."gradeId"::text, ''), s.kind, s.day, s.part) = (p."campusId", coalesce(p."gradeId"::text, ''), p.kind, p.day, p.part) WHERE coalesce(s.count, 0) <> coalesce(p.count, 0) OR coalesce(s.amount, 0) <> coalesce(p.amount, 0)`,
  'a plan is the sum of its instalments': `SELECT f.id FROM fee_plans f JOIN (SELECT "fee_planId" AS id, sum(amount) AS amount FROM fee_plan_instalments WHERE ${live} GROUP BY 1) i ON i.id = f.id WHERE f.${org} AND f."deletedAt" IS NULL AND i.amount <> f.total_amount`,
} as const

export type Broken = { invariant: string; ids: string[] }

/** SQL, because a ledger is checked as it is stored, whatever the verbs believe. */
export async function checkLedger(db: TenantDb): Promise<Broken[]> {
  const found: Broken[] = []
  for (const [invariant, text] of Object.entries(invariants)) {
    const rows = await tenantSql<{ id: string }>(db, `ledger: ${invariant}`.slice(0, 60), `${text} LIMIT 20`)
    if (rows.length > 0) found.push({ invariant, ids: rows.map(({ id }) => id) })
  }
  return found
}
