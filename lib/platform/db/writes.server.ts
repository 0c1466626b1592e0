import 'server-only'
import { machineTime } from '../clock.server'
import { FenceError, type Tenant } from './fence.server'
import { shapeOf, type ModelName } from './relations.server'

type Row = Record<string, unknown>

/** Columns that only the fence writes. */
const stampedByFence = new Set(['organizationId', 'createdById', 'updatedById', 'deletedAt', 'createdAt'])

/** Parents that a bound role may name when it writes: `campusId` and `classId` must lie within its reach. */
function assertReach(model: ModelName, row: Row, tenant: Tenant, creating: boolean): void {
  const { reach } = tenant
  if (reach.kind === 'organization') return
  const { fields } = shapeOf(model)
  const within = (key: 'campusId' | 'classId', ids: readonly string[]) => {
    if (!fields.has(key) || (!creating && !(key in row))) return
    if (typeof row[key] !== 'string' || !ids.includes(row[key])) throw new FenceError(`writing ${model}.${key} out of reach`)
  }
  within('campusId', reach.campusIds)
  if (reach.kind === 'class') within('classId', reach.classIds)
}

function assertScalars(model: ModelName, row: unknown): asserts row is Row {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new FenceError(`data for ${model} that is not an object`)
  const shape = shapeOf(model)
  for (const key of Object.keys(row)) {
    if (stampedByFence.has(key)) throw new FenceError(`setting ${model}.${key}`)
    if (shape.secrets.has(key)) throw new FenceError(`writing the secret ${model}.${key}`)
    if (shape.relations.has(key)) throw new FenceError(`a nested write through ${model}.${key}`)
    if (!shape.fields.has(key)) throw new FenceError(`the unknown column ${model}.${key}`)
  }
}

/** A new row with the tenant and the stamps; scalars only. */
export function stampedCreate(model: ModelName, data: unknown, tenant: Tenant): Row {
  assertScalars(model, data)
  assertReach(model, data, tenant, true)
  const stamps = shapeOf(model).stamped ? { createdById: tenant.actorId, updatedById: tenant.actorId } : {}
  return { ...data, ...stamps, organizationId: tenant.organizationId }
}

/** Changed columns with the stamp of who changed them; scalars only. */
export function stampedUpdate(model: ModelName, data: unknown, tenant: Tenant): Row {
  assertScalars(model, data)
  assertReach(model, data, tenant, false)
  return shapeOf(model).stamped ? { ...data, updatedById: tenant.actorId } : data
}

/** What a soft delete writes. */
export function stampedRemoval(model: ModelName, tenant: Tenant): Row {
  const { softDelete, stamped } = shapeOf(model)
  if (!softDelete) throw new FenceError(`soft-deleting ${model}`)
  return { deletedAt: machineTime(), ...(stamped ? { updatedById: tenant.actorId } : {}) }
}

/** What bringing back writes. */
export function stampedRestore(model: ModelName, tenant: Tenant): Row {
  const { softDelete, stamped } = shapeOf(model)
  if (!softDelete) throw new FenceError(`restoring ${model}`)
  return { deletedAt: null, ...(stamped ? { updatedById: tenant.actorId } : {}) }
}
