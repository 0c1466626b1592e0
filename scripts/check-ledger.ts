// `npm run check:ledger`: what must hold of every organization's invoices and payments; says what does not, and ends with 1.
import { command } from './ground/command.mjs'
import { Problem, say } from './ground/say.mjs'

await command(async () => {
  // Only now: these modules read their settings as they load.
  const [{ checkLedger }, { gate }, { forTenant }] = await Promise.all([import('@/lib/domain/billing/ledger.sql.server'), import('@/lib/platform/db/gate.server'), import('@/lib/platform/db/tenant.server')])
  const organizations = await gate().organization.findMany({ where: { deletedAt: null }, select: { id: true, name: true }, orderBy: { id: 'asc' } })
  let isBroken = false
  for (const { id, name } of organizations) {
    const broken = await checkLedger(forTenant({ organizationId: id, actorId: null, reach: { kind: 'organization' } }))
    for (const { invariant, ids } of broken) say(`${name}: not so: ${invariant} (${ids.join(', ')})`)
    if (broken.length === 0) say(`${name}: the ledger holds.`)
    isBroken ||= broken.length > 0
  }
  if (isBroken) throw new Problem('The ledger does not hold.')
})
