import pg from 'pg'
import { checkLedger } from '@/lib/domain/billing/ledger.sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Acknowledged, Visitor } from './use'

/** What does not hold, in one line each; none is what everybody hopes for. */
export async function broken(owner: string, db: TenantDb, organizationId: string, { registers, payments, files }: Acknowledged, ask: Visitor): Promise<string[]> {
  const client = new pg.Client({ connectionString: owner, options: `-c app.organization_id=${organizationId}` })
  await client.connect()
  const count = async (text: string, ...values: unknown[]) => Number((await client.query<{ count: string }>(text, values)).rows[0]!.count)
  const said: string[] = []
  const none = (what: string, number: number) => number > 0 && said.push(`${what}: ${number}`)
  try {
    none('registers lost or with other marks', await count(
      `SELECT count(*) FROM json_to_recordset($1) AS a("classId" uuid, date date, marks int)
       WHERE a.marks <> (SELECT count(*) FROM attendance_sessions s JOIN attendance_records r ON r."attendance_sessionId" = s.id WHERE s."classId" = a."classId" AND s.session_date = a.date AND s.state = 'submitted')`,
      JSON.stringify(registers)))
    none('registers there twice', await count(`SELECT count(*) FROM (SELECT FROM attendance_sessions WHERE session_date < '2020-01-01' GROUP BY "classId", session_date HAVING count(*) > 1) twice`))
    none('payments lost', await count('SELECT count(*) FROM json_to_recordset($1) AS a(id uuid, key text) WHERE NOT EXISTS (SELECT FROM payments p WHERE p.id = a.id AND p.reference_code = a.key)', JSON.stringify(payments)))
    none('payments there twice', await count('SELECT count(*) FROM (SELECT FROM payments GROUP BY reference_code HAVING count(*) > 1) twice'))
    none('days whose summary is not the sum of their marks', await count(
      `SELECT count(*) FROM campus_attendance_summaries d JOIN LATERAL (
         SELECT count(DISTINCT r."studentId") AS students FROM attendance_records r WHERE r."campusId" = d."campusId" AND r.session_date = d.attendance_date) m ON true
       WHERE d.attendance_date < '2020-01-01' AND d.total_enrolled <> m.students`))
    for (const { invariant, ids } of await checkLedger(db)) said.push(`the ledger: ${invariant} (${ids.join(', ')})`)
    let lost = 0
    for (const { id, text } of files) {
      const answer = await ask(`/api/files/${id}`)
      if (answer.status !== 200 || (await answer.text()) !== text) lost++
    }
    none('files lost or changed', lost)
  } finally {
    await client.end()
  }
  return said
}
