import { columnVisibilityFeature, createColumnHelper, metaHelper, tableFeatures, type RowData } from '@tanstack/react-table'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'

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

export const tableShape = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnVisibilityFeature,
  columnMeta: metaHelper<ColumnLook>(),
})

/** Columns are made where the words are known: `const c = columnsOf<Row>(); c.columns([c.accessor('name', {...})])`. */
export const columnsOf = <Row extends RowData>() => createColumnHelper<typeof tableShape, Row>()
