import pg from 'pg'
import { createDefaultRoles, type RoleKey } from '@/lib/domain/access/public.server'
import { createUsualReasons } from '@/lib/domain/attendance/reason.server'
import { forTenant, type TenantDb } from '@/lib/platform/db/tenant.server'

export type NewOrganization = { name: string; timeZone?: string; currency?: string; locale?: string }
export type MadeOrganization = { id: string; db: TenantDb; roles: Record<RoleKey, string> }

/**
 * Runs statements as the owner: only the owner may found an organization. The fence binds the owner as well
 * (unless it is a superuser), so it enters by the gate.
 */
export async function asOwner<T>(run: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL, options: '-c app.gate=on' })
  await owner.connect()
  try {
    return await run(owner)
  } finally {
    await owner.end()
  }
}

/** Founds an organization with the roles it begins with. */
export async function foundOrganization({ name, timeZone = 'UTC', currency = 'USD', locale = 'en' }: NewOrganization): Promise<MadeOrganization> {
  const id = await asOwner(async (owner) => {
    const made = crypto.randomUUID()
    await owner.query('BEGIN')
    // The owner is bound by row-level security as well, unless it is a superuser.
    await owner.query("SELECT set_config('app.organization_id', $1, true)", [made])
    await owner.query('INSERT INTO organizations (id, name, time_zone, currency, locale) VALUES ($1, $2, $3, $4, $5)', [made, name, timeZone, currency, locale])
    await owner.query('COMMIT')
    return made
  })
  const db = forTenant({ organizationId: id, actorId: null, reach: { kind: 'organization' } })
  await createUsualReasons(db)
  return { id, db, roles: await createDefaultRoles(db, locale) }
}
