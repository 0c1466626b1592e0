import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'

/** A campus and what day it is there. */
export type CampusDay = { id: string; today: PlainDate }
export type OpenSum = { campusId: string; age: 'current' | '30' | '60' | '90'; invoices: number; amount: string }
export type DueSum = { invoices: number; amount: string }
export type DaySum = { day: PlainDate; method: string; amount: string }
export type MonthSum = { month: string; issued: string; collected: string }
export type DiscountSum = { kind: string; students: number; amount: string }

const days = (campuses: readonly CampusDay[]) => [campuses.map(({ id }) => id), campuses.map(({ today }) => today)]

/** What is owed, by campus and by how late it is. SQL, because the ages are counted from each campus's own day; only what is open is read. */
export const sumOpen = (db: TenantDb, campuses: readonly CampusDay[]) =>
  tenantSql<OpenSum>(db, 'billing-open', `
SELECT i."campusId", CASE WHEN i.due_date >= d.today THEN 'current' WHEN i.due_date >= d.today - 30 THEN '30' WHEN i.due_date >= d.today - 60 THEN '60' ELSE '90' END AS age, count(*)::int AS invoices, sum(i.balance_due)::text AS amount
FROM unnest($1::uuid[], $2::date[]) AS d(id, today) JOIN invoices i ON i."organizationId" = app_organization() AND i."campusId" = d.id AND i."deletedAt" IS NULL AND i.status IN ('issued', 'partially_paid')
GROUP BY 1, 2 ORDER BY 1, 2`, days(campuses))

/** What falls due within a week. */
export const sumDue = async (db: TenantDb, campuses: readonly CampusDay[]): Promise<DueSum> => {
  const [row] = await tenantSql<DueSum>(db, 'billing-due', `
SELECT count(*)::int AS invoices, coalesce(sum(i.balance_due), 0)::text AS amount
FROM unnest($1::uuid[], $2::date[]) AS d(id, today) JOIN invoices i ON i."organizationId" = app_organization() AND i."campusId" = d.id AND i."deletedAt" IS NULL AND i.status IN ('issued', 'partially_paid') AND i.due_date BETWEEN d.today AND d.today + 6`, days(campuses))
  return row ?? { invoices: 0, amount: '0' }
}

/** What came in during thirty days, by day and method; what was given back is taken off on its own day. Scholarships and credit notes bring nothing in. */
export const sumCollected = (db: TenantDb, campuses: readonly CampusDay[]) =>
  tenantSql<DaySum>(db, 'billing-collected', `
SELECT to_char((p.paid_at AT TIME ZONE c.time_zone)::date, 'YYYY-MM-DD') AS day, p.method::text AS method, sum(p.amount)::text AS amount
FROM unnest($1::uuid[], $2::date[]) AS d(id, today) JOIN campuses c ON c."organizationId" = app_organization() AND c.id = d.id
JOIN payments p ON p."organizationId" = app_organization() AND p."campusId" = d.id AND p."deletedAt" IS NULL AND p.method NOT IN ('scholarship', 'credit_note') AND p.paid_at >= (d.today - 29)::timestamp AT TIME ZONE c.time_zone
GROUP BY 1, 2 ORDER BY 1, 2`, days(campuses))

/** Twelve months: what was issued and what came in. */
export const sumMonths = (db: TenantDb, campusIds: readonly string[], from: PlainDate) =>
  tenantSql<MonthSum>(db, 'billing-months', `
WITH months AS (SELECT to_char(month, 'YYYY-MM') AS month FROM generate_series(date_trunc('month', $2::date), date_trunc('month', $2::date) + interval '11 months', interval '1 month') month),
issued AS (
  SELECT to_char(issue_date, 'YYYY-MM') AS month, sum(total_amount) AS amount FROM invoices
  WHERE "organizationId" = app_organization() AND "campusId" = ANY($1::uuid[]) AND "deletedAt" IS NULL AND status NOT IN ('draft', 'void') AND issue_date >= date_trunc('month', $2::date) GROUP BY 1
), collected AS (
  SELECT to_char(p.paid_at AT TIME ZONE c.time_zone, 'YYYY-MM') AS month, sum(p.amount) AS amount FROM payments p JOIN campuses c ON c."organizationId" = p."organizationId" AND c.id = p."campusId"
  WHERE p."organizationId" = app_organization() AND p."campusId" = ANY($1::uuid[]) AND p."deletedAt" IS NULL AND p.method NOT IN ('scholarship', 'credit_note') AND p.paid_at >= date_trunc('month', $2::date) - interval '1 day' GROUP BY 1
)
SELECT m.month, coalesce(i.amount, 0)::text AS issued, coalesce(k.amount, 0)::text AS collected FROM months m LEFT JOIN issued i USING (month) LEFT JOIN collected k USING (month) ORDER BY 1`, [campusIds, from])

/** What discounts have cost since a day, by kind of rule. */
export const sumDiscounts = (db: TenantDb, campusIds: readonly string[], from: PlainDate) =>
  tenantSql<DiscountSum>(db, 'billing-discounts', `
SELECT d.kind::text AS kind, count(DISTINCT i."studentId")::int AS students, sum(d.amount)::text AS amount
FROM invoice_discounts d JOIN invoices i ON i."organizationId" = d."organizationId" AND i.id = d."invoiceId"
WHERE d."organizationId" = app_organization() AND d."deletedAt" IS NULL AND i."campusId" = ANY($1::uuid[]) AND i."deletedAt" IS NULL AND i.status NOT IN ('draft', 'void') AND i.issue_date >= $2::date
GROUP BY 1 ORDER BY 1`, [campusIds, from])
