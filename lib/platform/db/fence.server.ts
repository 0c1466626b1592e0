import 'server-only'
import { boundOf, type ReachBounds, type Where } from './reach.server'
import { shapeOf, type ModelName } from './relations.server'

/** One organization, the person who acts, and how far they see. */
export type Tenant = {
  organizationId: string
  actorId: string | null
  reach: ReachBounds
  /** The model whose removed rows are meant, and only those: the trash reads and restores them. */
  removed?: ModelName
}

type Args = Record<string, unknown>

/** Thrown when code asks the fence for something it never allows: a bug of ours, not a refusal for the user. */
export class FenceError extends Error {
  constructor(what: string) {
    super(`The tenant's fence refuses ${what}.`)
    this.name = 'FenceError'
  }
}

/** A plain object. An own `__proto__`, which JSON can hold, would carry keys past a walk and to Prisma. */
const isObject = (value: unknown): value is Args =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, '__proto__')

const outside = new Set<ModelName>(['Permission', 'RateLimit'])

/** What every row of a model must meet to exist for this tenant. */
export function fenceOf(model: ModelName, tenant: Tenant): Where[] {
  if (outside.has(model)) return []
  const shape = shapeOf(model)
  const conditions: Where[] = [model === 'Organization' ? { id: tenant.organizationId } : { organizationId: tenant.organizationId }]
  if (shape.softDelete) conditions.push({ deletedAt: tenant.removed === model ? { not: null } : null })
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
    if (shape.secrets.size > 0 && comparesWith(value, shape.secrets)) throw new FenceError(`comparing ${model}.${key} with a secret`)
    const relation = shape.relations.get(key)
    if (!relation || value === null) walked[key] = value
    else if (relation.many) Object.assign(walked, { [key]: walkMany(relation.target, value, tenant, extra, key) })
    else walked[key] = walkOne(relation.target, value, tenant)
  }
  return extra.length ? both(walked, extra) : walked
}

/** Whether a column's filter names another column (`fields.password`) that is secret. */
const comparesWith = (filter: unknown, secrets: ReadonlySet<string>): boolean =>
  typeof filter === 'object' && filter !== null &&
  ('modelName' in filter ? 'name' in filter && secrets.has(String(filter.name)) : Object.values(filter).some((part) => comparesWith(part, secrets)))

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

/** Arguments that name columns themselves: what is grouped, told apart, summed or left out shows as much as what is selected. */
const naming = ['omit', 'distinct', 'by', '_count', '_min', '_max', '_sum', '_avg'] as const

function assertNamed(model: ModelName, args: Args): void {
  const { secrets } = shapeOf(model)
  if (secrets.size === 0) return
  for (const key of naming) {
    const named = args[key]
    if (named === undefined || named === true) continue
    const names = isObject(named) ? Object.keys(named) : [named].flat()
    if (names.some((name) => typeof name !== 'string' || secrets.has(name))) throw new FenceError(`${key} over secrets of ${model}`)
  }
}

/** What a query may show and in which order: `select` and `include` with every to-many relation fenced, at any depth. */
export function fencedShape(model: ModelName, args: Args, tenant: Tenant): Args {
  assertNamed(model, args)
  if (args.having !== undefined) walkWhere(model, args.having, tenant)
  if (args.orderBy !== undefined) assertOrder(model, args.orderBy)
  const walked: Args = { ...args }
  if (args.select !== undefined) walked.select = walkSelection(model, args.select, tenant)
  if (args.include !== undefined) walked.include = walkSelection(model, args.include, tenant)
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

/** Rows in the order of a secret tell it apart; ordering by the count of a relation counts deleted rows and other reaches. */
function assertOrder(model: ModelName, orderBy: unknown): void {
  const { relations, secrets } = shapeOf(model)
  for (const part of [orderBy].flat()) {
    if (!isObject(part)) throw new FenceError(`an order of ${model} that is not an object`)
    for (const [key, value] of Object.entries(part)) {
      const relation = relations.get(key)
      if (relation?.many || key.startsWith('_')) throw new FenceError('ordering by a count of relations')
      if (secrets.has(key)) throw new FenceError(`an order by the secret ${model}.${key}`)
      if (relation) assertOrder(relation.target, value)
    }
  }
}
