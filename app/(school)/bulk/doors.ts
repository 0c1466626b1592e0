import { undoBulkAction } from './actions'

/** How every deed on many records is followed and taken back. */
export const bulkDoors = { undo: undoBulkAction, progressHref: '/api/bulk/' }
