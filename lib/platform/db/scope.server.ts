import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** What a statement may reach: the rows of one organization, or the tables of the gate (finding out who asks). */
export type Scope = { organizationId: string } | { gate: true }

/**
 * Carries a scope from the extension that names it to the pool that sends it, within one call.
 * It is never read to find out who asks: that is the client's own, fixed when the client was built.
 * One a process, like the pool: Next bundles this file once for pages and once for the proxy.
 */
const kept = globalThis as { homeroomScopes?: AsyncLocalStorage<Scope> }
export const scopes = (kept.homeroomScopes ??= new AsyncLocalStorage<Scope>())

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Statements that set a scope until their transaction ends; each connection prepares them when it is made. */
export const settingTexts = {
  'scope-gate': "SELECT set_config('app.gate', 'on', true)",
  'scope-organization': "SELECT set_config('app.organization_id', $1, true)",
} as const

const demandUuid = (id: string) => {
  if (!uuid.test(id)) throw new Error('An organization id is a uuid.')
}

/** The prepared statement of a scope, with its values. */
export function settingsOf(scope: Scope): { name: keyof typeof settingTexts; values: readonly string[] } {
  if ('gate' in scope) return { name: 'scope-gate', values: [] }
  demandUuid(scope.organizationId)
  return { name: 'scope-organization', values: [scope.organizationId] }
}

/** The statement that opens a transaction of several within a scope. The setting ends with the transaction. */
export function opening(scope: Scope): string {
  if ('gate' in scope) return "BEGIN; SET LOCAL app.gate = 'on'"
  // SET takes no parameters; nothing but a uuid gets into the text.
  demandUuid(scope.organizationId)
  return `BEGIN; SET LOCAL app.organization_id = '${scope.organizationId}'`
}
