import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { general, newTables, reasonFor } from './differences'

type Columns = Record<string, string>
type Tables = Record<string, Columns>
export type Difference = { table: string; column: string; what: string; why: string | undefined }

const reference: Tables = JSON.parse(readFileSync(new URL('./reference.json', import.meta.url), 'utf8'))

const short: Record<string, string> = { 'character varying': 'varchar', character: 'char', numeric: 'decimal', 'timestamp with time zone': 'timestamptz', 'time without time zone': 'time', 'USER-DEFINED': 'enum', ARRAY: 'array' }

/** Tables of the migrated database: column → `type` or `type not null`. */
async function migrated(owner: pg.Client): Promise<Tables> {
  const { rows } = await owner.query<{ table: string; column: string; type: string; nullable: boolean }>(`
    SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type, c.is_nullable = 'YES' AS nullable
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'
    ORDER BY c.table_name, c.ordinal_position`)
  const tables: Tables = {}
  for (const { table, column, type, nullable } of rows) (tables[table] ??= {})[column] = (short[type] ?? type) + (nullable ? '' : ' not null')
  return tables
}

const typeOf = (text: string) => text.replace(' not null', '')
const isRequired = (text: string) => text.endsWith(' not null')

function compare(table: string, ours: Columns, theirs: Columns): Difference[] {
  const found: Difference[] = []
  const note = (kind: Parameters<typeof reasonFor>[0], column: string, what: string) => found.push({ table, column, what, why: reasonFor(kind, table, column) })
  for (const [column, asked] of Object.entries(theirs)) {
    const has = ours[column]
    if (!has) note('dropped', column, 'left out')
    else {
      if (typeOf(has) !== typeOf(asked)) note('type', column, `${typeOf(asked)} → ${typeOf(has)}`)
      if (isRequired(has) && !isRequired(asked)) note('required', column, 'required')
      if (!isRequired(has) && isRequired(asked)) found.push({ table, column, what: 'optional', why: undefined })
    }
  }
  for (const column of Object.keys(ours)) if (!theirs[column]) note('added', column, 'added')
  return found
}

export type Report = { tables: Tables; missing: string[]; unexplained: string[]; differences: Difference[]; added: string[] }

/** Compares the migrated database with the reference and with the list of reasons. */
export async function reportOf(owner: pg.Client): Promise<Report> {
  const tables = await migrated(owner)
  const differences = Object.entries(reference).flatMap(([table, columns]) => (tables[table] ? compare(table, tables[table], columns) : []))
  const added = Object.keys(tables).filter((table) => !reference[table])
  return {
    tables,
    missing: Object.keys(reference).filter((table) => !tables[table]),
    unexplained: [...differences.filter((d) => !d.why).map((d) => `${d.table}.${d.column}: ${d.what}`), ...added.filter((table) => !newTables[table])],
    differences,
    added,
  }
}

const section = (report: Report, table: string): string => {
  const rows = report.differences.filter((difference) => difference.table === table)
  const groups = grouped(rows)
  const lines = [...groups.values()].map((group) => `- ${group.map((row) => `\`${row.column}\``).join(', ')}: ${group[0]?.what}. ${group[0]?.why}`)
  const columns = Object.entries(report.tables[table] ?? {}).map(([column, type]) => `\`${column}\` ${type}`)
  return `### ${table}\n\n${newTables[table] ? `${newTables[table]}\n\n` : ''}${columns.join(', ')}\n${lines.length ? `\n${lines.join('\n')}\n` : ''}`
}

function grouped(rows: Difference[]): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>()
  for (const row of rows) groups.set(`${row.what} ${row.why}`, [...(groups.get(`${row.what} ${row.why}`) ?? []), row])
  return groups
}

/** The text of `docs/schema.md`. */
export function page(report: Report): string {
  const of = (tables: string[]) => tables.map((table) => section(report, table)).join('\n')
  return `# The tables

Made from the migrated database by \`npm run schema\`; a test fails when this page is out of date.

The ${Object.keys(reference).length} tables of the reference keep their physical names, so that an existing database of that shape can be taken over. Each difference stands under its table with its reason.

## What differs everywhere

${general.map((line) => `- ${line}`).join('\n')}

## Tables of the reference

${of(Object.keys(reference))}
## Tables of our own

${of(report.added)}`
}
