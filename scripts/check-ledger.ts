// `npm run check:ledger`: what must hold of every organization's invoices and payments; says what does not, and ends with 1.
import { command } from './ground/command.mjs'
import { say } from './ground/say.mjs'
import { filledIn } from './ground/settings.mjs'

await command(async ({ database, settings }) => {
  Object.assign(process.env, filledIn({ urls: database, url: 'http://localhost:3000', settings }))
  // Only now: these modules read their settings as they load.
  const [{ checkLedger }, { gate }, { forTenant }] = await Promise.all([import('@/lib/domain/billing/ledger.sql.server'), import('@/lib/platform/db/gate.server'), import('@/lib/platform/db/tenant.server')])
  const organizations = await gate().organization.findMany({ where: { deletedAt: null }, select: { id: true, name: true }, orderBy: { id: 'asc' } })
  for (const { id, name } of organizations) {
    const broken = await checkLedger(forTenant({ organizationId: id, actorId: null, reach: { kind: 'organization' } }))
    for (const { invariant, ids } of broken) console.error(`${name}: ${invariant}: ${ids.join(', ')}`)
    if (broken.length > 0) process.exitCode = 1
    say(broken.length > 0 ? `${name}: ${broken.length} rules are broken.` : `${name}: the ledger holds.`)
  }
})
process.exit()
