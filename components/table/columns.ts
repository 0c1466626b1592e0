import { columnVisibilityFeature, createColumnHelper, metaHelper, rowSelectionFeature, tableFeatures, type ColumnDef, type RowData } from '@tanstack/react-table'

export type ColumnLook = {
  /** Name in the list's `sorts`; makes the heading a link. */
  sort?: string
  /** Numbers and money stand at the end, with figures of one width. */
  align?: 'end'
  /** Where the cell goes when the row becomes a card: beside the title, on the second line (usual), or nowhere. */
  card?: 'beside' | 'line' | 'nowhere'
  /** Shown only to those who choose it. */
  optional?: true
}

export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, columnMeta: metaHelper<ColumnLook>() })

export type Columns<Row extends RowData> = ReadonlyArray<ColumnDef<typeof features, Row, unknown>>

/**
 * Columns of a list: `const c = columnsOf<Row>(); c.columns([c.accessor('name', {...})])`. The accessor gives the
 * value as a person reads it, because an export writes it down; `cell` only dresses it.
 */
export const columnsOf = <Row extends RowData>() => createColumnHelper<typeof features, Row>()

const idOf = (column: { id?: string; accessorKey?: unknown }) => column.id ?? String(column.accessorKey)

/** Which columns are shown: the first always, then the chosen ones, or all that are not optional. */
export function visibilityOf<Row extends RowData>(columns: Columns<Row>, chosen: readonly string[] | null): Record<string, boolean> {
  return Object.fromEntries(columns.map((column, i) => [idOf(column), i === 0 || (chosen ? chosen.includes(idOf(column)) : !column.meta?.optional)]))
}

/** The words of a room, by `useTranslations` in the browser or by `getTranslations` for an export. */
export type Words = { (key: string, values?: Record<string, string | number | Date>): string; has: (key: string) => boolean }
