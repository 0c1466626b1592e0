import 'server-only'
import type { EventEmitter } from 'node:events'
import { Semaphore, withTimeout, type SemaphoreInterface } from 'async-mutex'
import pg, { type ClientBase, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult } from 'pg'
import { opening, scopes, settingTexts, type Scope } from './scope.server'
import { ScopedQuery } from './scoped-query.server'

type Text = string | QueryConfig
type Connected = (error: Error | undefined, client: PoolClient | undefined, done: () => void) => void

const textOf = (statement: Text) => (typeof statement === 'string' ? statement : statement.text)

/** One statement in a transaction of its own, sent in one go behind its scope. */
const fenced = (client: PoolClient, scope: Scope, statement: Text, values?: unknown[]) =>
  new Promise<QueryResult>((resolve, reject) => {
    const config = typeof statement === 'string' ? { text: statement } : statement
    client.query(new ScopedQuery(scope, config, values, (error, result) => (error ? reject(error) : resolve(result))) as unknown as pg.Query)
  })

/** A connection knows the statements that set a scope before it is used. */
async function prepareSettings(client: ClientBase): Promise<void> {
  const values = { 'scope-gate': [], 'scope-organization': [''] }
  await Promise.all(Object.entries(settingTexts).map(([name, text]) => client.query({ name, text, values: values[name as keyof typeof values] })))
}

/**
 * COMMIT of a transaction in which a statement failed rolls back and says so only in its tag: who caught that
 * statement's error would report as done what is gone.
 */
export function committed({ command }: QueryResult): void {
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back: a statement in it had failed.')
}

/** A checked-out client whose BEGIN carries the scope and whose COMMIT is kept or an error; everything else passes through. */
function scoped(client: PoolClient, scope: Scope, leave: () => void): PoolClient {
  const query = (statement: Text, ...rest: unknown[]) => {
    const text = textOf(statement)
    if (text === 'BEGIN') return client.query(opening(scope))
    const answer = (client.query as (...all: unknown[]) => Promise<QueryResult>).call(client, statement, ...rest)
    return text === 'COMMIT' ? answer.then((result) => (committed(result), result)) : answer
  }
  return {
    query,
    release: (broken?: Error | boolean) => {
      client.release(broken)
      leave()
    },
    on: client.on.bind(client),
    once: client.once.bind(client),
    removeListener: client.removeListener.bind(client),
  } as unknown as PoolClient
}

/**
 * A connection that breaks says so wherever it is: in the pool, which replaces it, or with somebody who holds it between two
 * statements, whose next one fails. Without listeners either would end the process.
 */
export const heedBreaks = <Pool extends EventEmitter>(pool: Pool): Pool => pool.on('error', () => undefined).on('connect', (client: PoolClient) => void client.on('error', () => undefined))

/** How many connections one organization may have at once, and how long it waits for its turn, in milliseconds. */
type Fairness = { share: number; wait: number }

/** With a code, because Prisma keeps nothing else of an error. */
const crowded = () => Object.assign(new Error('Too many statements of one organization are waiting.'), { code: 'CROWDED' })

/** One organization whose statements are stuck leaves the others their part of the pool. */
function turns({ share, wait }: Fairness): (scope: Scope) => SemaphoreInterface | null {
  const ofOrganization = new Map<string, SemaphoreInterface>()
  return (scope) => {
    if ('gate' in scope) return null
    const known = ofOrganization.get(scope.organizationId) ?? withTimeout(new Semaphore(share), wait, crowded())
    ofOrganization.set(scope.organizationId, known)
    return known
  }
}

/**
 * A pool that sends the caller's scope with every statement. Both ways in are fenced: `query()`, and
 * `connect()`, which Prisma takes for interactive transactions. Without a scope nothing is set, and
 * row-level security then shows no row.
 */
export class FencedPool extends pg.Pool {
  readonly #turnsOf: (scope: Scope) => SemaphoreInterface | null

  constructor(config: PoolConfig, fairness?: Fairness) {
    super({ ...config, pipeline: true, onConnect: prepareSettings } as PoolConfig)
    this.#turnsOf = fairness ? turns(fairness) : () => null
    heedBreaks(this)
  }

  override connect(): Promise<PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<PoolClient> | void {
    if (callback) return super.connect(callback as never)
    const scope = scopes.getStore()
    return scope ? this.#connectWithin(scope) : super.connect()
  }

  async #connectWithin(scope: Scope): Promise<PoolClient> {
    const leave = await this.#enter(scope)
    try {
      return scoped(await super.connect(), scope, leave)
    } catch (error) {
      leave()
      throw error
    }
  }

  async #enter(scope: Scope): Promise<() => void> {
    const waiting = this.#turnsOf(scope)
    return waiting ? (await waiting.acquire())[1] : () => undefined
  }

  // @ts-expect-error pg declares many overloads; callers here use promises only.
  override async query(statement: Text, values?: unknown[]): Promise<QueryResult> {
    const scope = scopes.getStore()
    if (!scope) return super.query(statement as QueryConfig, values)
    const leave = await this.#enter(scope)
    try {
      return await this.#askWithin(scope, statement, values)
    } finally {
      leave()
    }
  }

  async #askWithin(scope: Scope, statement: Text, values?: unknown[]): Promise<QueryResult> {
    const client = await super.connect()
    let broken: Error | undefined
    try {
      return await fenced(client, scope, statement, values)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }
}
