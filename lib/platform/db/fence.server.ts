import 'server-only'
import { boundOf, type ReachBounds, type Where } from './reach.server'
import { shapeOf, type ModelName } from './relations.server'

/** One organization, the person who acts, and how far they see. */
export type Tenant = { organizationId: string; actorId: string | null; reach: ReachBounds }

type Args = Record<string, unknown>

/** Thrown when code asks the fence for something it never allows: a bug of ours, not a refusal for the user. */
export class FenceError extends Error {
  constructor(what: string) {
    super(`The tenant's fence refuses ${what}.`)
    this.name = 'FenceError'
  }
}

const isObject = (value: unknown): value is Args =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && Object.getPrototypeOf(value) === Object.prototype

const outside = new Set<ModelName>(['Permission', 'RateLimit'])

/** What every row of a model must meet to exist for this tenant. */
export function fenceOf(model: ModelName, tenant: Tenant): Where[] {
  if (outside.has(model)) return []
  const shape = shapeOf(model)
  const conditions: Where[] = [model === 'Organization' ? { id: tenant.organizationId } : { organizationId: tenant.organizationId }]
  if (shape.softDelete) conditions.push({ deletedAt: null })
  const bound = boundOf(model, tenant.reach, tenant.actorId)
  if (bound) conditions.push(bound)
  return conditions
}

const both = (where: Args | undefined, conditions: Where[]): Args => {
  if (!where) return { AND: conditions }
  const and = where.AND === undefined ? [] : Array.isArray(where.AND) ? where.AND : [where.AND]
  return { ...where, AND: [...and, ...conditions] }
}

/** A caller's filter with the fence around it, and around every relation it looks through. */
export function fencedWhere(model: ModelName, where: unknown, tenant: Tenant): Args {
  return both(where === undefined ? undefined : walkWhere(model, where, tenant), fenceOf(model, tenant))
}

function walkWhere(model: ModelName, where: unknown, tenant: Tenant): Args {
  if (!isObject(where)) throw new FenceError(`a filter on ${model} that is not an object`)
  const shape = shapeOf(model)
  const walked: Args = {}
  const extra: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    if (key === 'AND' || key === 'OR' || key === 'NOT') {
      walked[key] = Array.isArray(value) ? value.map((part) => walkWhere(model, part, tenant)) : walkWhere(model, value, tenant)
      continue
    }
    if (shape.secrets.has(key)) throw new FenceError(`a filter on the secret ${model}.${key}`)
    const relation = shape.relations.get(key)
    if (!relation || value === null) walked[key] = value
    else if (relation.many) Object.assign(walked, { [key]: walkMany(relation.target, value, tenant, extra, key) })
    else walked[key] = walkOne(relation.target, value, tenant)
  }
  return extra.length ? both(walked, extra) : walked
}

function walkMany(target: ModelName, filter: unknown, tenant: Tenant, extra: Where[], key: string): Args {
  if (!isObject(filter)) throw new FenceError(`a filter through ${key} that is not an object`)
  const walked: Args = {}
  for (const [quantifier, inner] of Object.entries(filter)) {
    if (quantifier === 'some' || quantifier === 'none') walked[quantifier] = fencedWhere(target, inner, tenant)
    // "Every live row is so" means: no live row is not so.
    else if (quantifier === 'every') extra.push({ [key]: { none: both({ NOT: walkWhere(target, inner, tenant) }, fenceOf(target, tenant)) } })
    else throw new FenceError(`the relation filter ${quantifier}`)
  }
  return walked
}

function walkOne(target: ModelName, filter: unknown, tenant: Tenant): unknown {
  if (!isObject(filter)) throw new FenceError(`a filter through ${target} that is not an object`)
  if (!('is' in filter || 'isNot' in filter)) return walkWhere(target, filter, tenant)
  return Object.fromEntries(Object.entries(filter).map(([key, inner]) => [key, inner === null ? null : walkWhere(target, inner, tenant)]))
}

/** `select`, `include` and `omit` with every to-many relation fenced, at any depth. */
export function fencedShape(model: ModelName, args: Args, tenant: Tenant): Args {
  const walked: Args = { ...args }
  for (const key of ['select', 'include'] as const) {
    if (args[key] !== undefined) walked[key] = walkSelection(model, args[key], tenant)
  }
  if (isObject(args.omit) && [...shapeOf(model).secrets].some((secret) => secret in (args.omit as Args))) {
    throw new FenceError(`showing secrets of ${model}`)
  }
  return walked
}

function walkSelection(model: ModelName, selection: unknown, tenant: Tenant): Args {
  if (!isObject(selection)) throw new FenceError(`a selection on ${model} that is not an object`)
  const shape = shapeOf(model)
  return Object.fromEntries(
    Object.entries(selection).map(([key, value]) => {
      if (key === '_count') return [key, walkCount(model, value, tenant)]
      if (shape.secrets.has(key) && value) throw new FenceError(`reading the secret ${model}.${key}`)
      const relation = shape.relations.get(key)
      if (!relation || !value) return [key, value]
      return [key, walkRelation(relation.target, relation.many, value === true ? {} : value, tenant)]
    }),
  )
}

function walkRelation(target: ModelName, many: boolean, value: unknown, tenant: Tenant): Args {
  if (!isObject(value)) throw new FenceError(`a selection on ${target} that is not an object`)
  const walked = fencedShape(target, value, tenant)
  if (many) walked.where = fencedWhere(target, value.where, tenant)
  if (value.orderBy !== undefined) assertOrder(value.orderBy)
  return walked
}

function walkCount(model: ModelName, value: unknown, tenant: Tenant): unknown {
  if (!value) return value
  const { relations } = shapeOf(model)
  const asked = isObject(value) && isObject(value.select) ? value.select : Object.fromEntries([...relations].filter(([, r]) => r.many).map(([name]) => [name, true]))
  const counted = Object.entries(asked)
    .filter(([, wanted]) => wanted)
    .map(([name, wanted]) => {
      const relation = relations.get(name)
      if (!relation) throw new FenceError(`counting ${model}.${name}`)
      return [name, { where: fencedWhere(relation.target, isObject(wanted) ? wanted.where : undefined, tenant) }]
    })
  return { select: Object.fromEntries(counted) }
}

/** Ordering by the count of a relation would count deleted rows and other reaches. */
export function assertOrder(orderBy: unknown): void {
  const texts = JSON.stringify(orderBy ?? null)
  if (texts.includes('"_count"') || texts.includes('"_relevance"')) throw new FenceError('ordering by a count of relations')
}
