import 'server-only'
import pg, { type QueryConfig, type QueryResult } from 'pg'
import { settingsOf, type Scope } from './scope.server'

/** What of pg's connection and query we build on; its types say none of it. */
type Wire = {
  bind(portal: { portal: string; statement: string; values: readonly string[] }): void
  execute(portal: { portal: string }): void
}
type Answered = (error: Error | null, result: QueryResult) => void
type PgQuery = new (config: QueryConfig & { queryMode: 'extended' }, values: unknown[] | undefined, answered: Answered) => {
  prepare(wire: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
}

/**
 * A statement with its scope before it, in one message. What PostgreSQL gets without a Sync between is one
 * transaction: the setting is there for the statement and gone after it, and nobody pays for BEGIN and COMMIT.
 */
export class ScopedQuery extends (pg.Query as unknown as PgQuery) {
  private opened = false

  constructor(private readonly scope: Scope, statement: QueryConfig, values: unknown[] | undefined, answered: Answered) {
    // A statement without parameters would go another way, without its scope.
    super({ ...statement, queryMode: 'extended' }, values, answered)
  }

  override prepare(wire: Wire) {
    const { name, values } = settingsOf(this.scope)
    wire.bind({ portal: '', statement: name, values })
    wire.execute({ portal: '' })
    super.prepare(wire)
  }

  override handleDataRow(message: unknown) {
    if (this.opened) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire) {
    if (this.opened) super.handleCommandComplete(message, wire)
    this.opened = true
  }
}
