import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { FenceError, fencedShape, fencedWhere, type Tenant } from './fence.server'
import { Prisma, type PrismaClient } from './generated/client'
import { database } from './client.server'
import { parentsThere } from './parents.server'
import { shapeOf, type ModelName } from './relations.server'
import { scopes } from './scope.server'
import { stampedCreate, stampedRemoval, stampedRestore, stampedUpdate } from './writes.server'

export type { Tenant } from './fence.server'
export type { ReachBounds } from './reach.server'

type Args = Record<string, unknown>
type Forbidden = 'upsert' | 'findRaw' | 'aggregateRaw'
/** Platform tables that serve every organization or only the gate. */
type Outside = 'rateLimit' | 'oneTimeToken' | 'authRefreshToken'
type Models = Exclude<Uncapitalize<ModelName>, Outside>
type TransactionOptions = { maxWait?: number; timeout?: number; isolationLevel?: Prisma.TransactionIsolationLevel }

/** Removed rows: reading them, and bringing them back with what went along. */
type Trash<Delegate> = Delegate extends { findMany: infer FindMany } ? { findRemoved: FindMany; restore: (args: { where: object }) => Promise<{ count: number }> } : never

/**
 * Prisma for one organization and one reach: reads see live rows of the tenant at any depth, writes are
 * stamped, deletes are soft. Raw SQL, nested writes, upserts and foreign organization ids are refused.
 */
export type TenantDb = { readonly [M in Models]: Omit<PrismaClient[M], Forbidden> & Trash<PrismaClient[M]> } & {
  /** All or nothing. Inside a transaction it joins the one that is open. */
  readonly $transaction: <T>(run: (tx: TenantDb) => Promise<T>, options?: TransactionOptions) => Promise<T>
}

const outside = new Set<ModelName>(['RateLimit', 'OneTimeToken', 'AuthRefreshToken'])
const reading = new Set(['findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy'])
const removals = new AsyncLocalStorage<true>()
const trash = new AsyncLocalStorage<'reading' | 'restoring'>()

/** A caller's arguments with the fence in them, for one of the operations that are allowed. */
function fencedArgs(model: ModelName, operation: string, args: Args, asking: Tenant): Args {
  const tenant = trash.getStore() ? { ...asking, removed: model } : asking
  if (outside.has(model)) throw new FenceError(`the model ${model}`)
  const shaped = fencedShape(model, args, tenant)
  const where = () => fencedWhere(model, args.where, tenant)
  if (reading.has(operation)) return { ...shaped, where: where() }
  switch (operation) {
    case 'create':
      return { ...shaped, data: stampedCreate(model, args.data, tenant) }
    case 'createMany':
    case 'createManyAndReturn': {
      const rows = Array.isArray(args.data) ? args.data : [args.data]
      return { ...shaped, data: rows.map((row) => stampedCreate(model, row, tenant)) }
    }
    case 'update':
    case 'updateMany':
    case 'updateManyAndReturn': {
      const data = removals.getStore() ? stampedRemoval(model, tenant) : trash.getStore() ? stampedRestore(model, tenant) : stampedUpdate(model, args.data, tenant)
      return { ...shaped, where: where(), data }
    }
    case 'delete':
    case 'deleteMany':
      if (shapeOf(model).softDelete) throw new FenceError(`removing a row of ${model} for good`)
      return { ...shaped, where: where() }
    default:
      throw new FenceError(`the operation ${operation} on ${model}`)
  }
}

/**
 * A key as the plain conditions that `findFirst` takes: `id`, or `{ a_b: { a, b } }` of a compound one. Without a
 * whole key, or with an operator in it (`{ id: { not: '' } }`), findFirst would answer with any row.
 */
function flattened(model: ModelName, where: Args): Args {
  const { fields } = shapeOf(model)
  let whole = typeof where?.id === 'string'
  const plain = Object.entries(where ?? {}).map(([key, value]) => {
    if (fields.has(key) || /^(AND|OR|NOT)$/.test(key)) return { [key]: value }
    whole ||= Object.values(value as Args).every((part) => typeof part === 'string' || typeof part === 'number' || part instanceof Date)
    return value
  })
  if (!whole) throw new FenceError(`a look-up of one ${model} without its key`)
  return Object.assign({}, ...plain)
}

type Delegate = Record<string, (args: Args) => Promise<unknown>>
const delegateOf = (self: unknown) => Prisma.getExtensionContext(self) as unknown as Delegate & { $name: ModelName }

/** Calls a delegate's method now, so that the marker is there when Prisma, which is lazy, asks. */
const removing = (call: () => Promise<unknown>) => removals.run(true, () => call().then((row) => row))

/** Prisma merges findUnique calls of different requests into one statement; findFirst stays alone. */
const uniqueReads = {
  findUnique(args: Args) {
    const self = delegateOf(this)
    return self.findFirst!({ ...args, where: flattened(self.$name, args.where as Args) })
  },
  findUniqueOrThrow(args: Args) {
    const self = delegateOf(this)
    return self.findFirstOrThrow!({ ...args, where: flattened(self.$name, args.where as Args) })
  },
}

const softDeletes = {
  delete(args: Args) {
    const self = delegateOf(this)
    return removing(() => self.update!({ ...args, data: {} }))
  },
  deleteMany(args: Args = {}) {
    const self = delegateOf(this)
    return removing(() => self.updateMany!({ ...args, data: {} }))
  },
  findRemoved(args: Args = {}) {
    const self = delegateOf(this)
    return trash.run('reading', () => self.findMany!(args).then((rows) => rows))
  },
  restore(args: Args) {
    const self = delegateOf(this)
    return trash.run('restoring', () => self.updateMany!({ ...args, data: {} }).then((done) => done))
  },
}

const soft = Object.values(Prisma.ModelName).filter((model) => !outside.has(model))
const modelExtensions = () => ({
  $allModels: uniqueReads,
  ...Object.fromEntries(soft.filter((model) => shapeOf(model).softDelete).map((model) => [model.charAt(0).toLowerCase() + model.slice(1), softDeletes])),
})

const extension = (tenant: Tenant) =>
  Prisma.defineExtension({
    name: 'tenant',
    model: modelExtensions(),
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) =>
          scopes.run({ organizationId: tenant.organizationId }, () =>
            query(fencedArgs(model as ModelName, operation, args as Args, tenant) as never).then((rows: unknown) => rows),
          ),
      },
    },
  })

type Extended = Record<string, Delegate> & { $transaction: (run: (tx: object) => Promise<unknown>, options?: TransactionOptions) => Promise<unknown> }

const writing = new Set(['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'updateManyAndReturn'])

/** A model's calls; those that write first see to it that what they hang on is there. */
function guarded(delegate: Delegate, model: ModelName, client: Extended): Delegate {
  return new Proxy(delegate, {
    get(target, operation: string) {
      const call = Reflect.get(target, operation)
      if (!writing.has(operation)) return call
      return (args: Args) => {
        const asked = parentsThere(model, args?.data, client as never)
        return asked ? asked.then(() => call.call(target, args)) : call.call(target, args)
      }
    },
  })
}

const modelOf = new Map(Object.values(Prisma.ModelName).filter((model) => !outside.has(model)).map((model) => [model.charAt(0).toLowerCase() + model.slice(1), model]))

/** The raw client behind a tenant's, for statements of this folder that join its transaction. */
export const rawBehind = new WeakMap<TenantDb, { tenant: Tenant; transaction: object | null }>()

/** Shows models and `$transaction` of a client, and nothing else of it. */
function facade(client: object, tenant: Tenant, transaction: object | null): TenantDb {
  const shown = new Proxy(client as Extended, {
    get(target, property) {
      if (property === '$transaction') {
        if (transaction) return (run: (tx: TenantDb) => Promise<unknown>) => run(shown)
        return (run: (tx: TenantDb) => Promise<unknown>, options?: TransactionOptions) => {
          if (typeof run !== 'function') throw new FenceError('a transaction that is not a function')
          return scopes.run({ organizationId: tenant.organizationId }, () =>
            target.$transaction((tx) => run(facade(tx, tenant, tx)), options).then((done) => done),
          )
        }
      }
      const model = modelOf.get(property as string)
      if (model) return guarded(target[property as string]!, model, target)
      // `then` and the like are asked of everything that is awaited, returned or printed.
      if (typeof property === 'string' && /^[$_]/.test(property)) throw new FenceError(property)
      return undefined
    },
  }) as unknown as TenantDb
  rawBehind.set(shown, { tenant, transaction })
  return shown
}

/** Builds the client of one tenant: explicit, never ambient. */
export function forTenant(tenant: Tenant): TenantDb {
  return facade(database().prisma.$extends(extension(tenant)), tenant, null)
}
