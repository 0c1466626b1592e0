/** How far a deed on many records is. */
export type BulkProgress = {
  id: string
  state: 'doing' | 'done' | 'undoing' | 'undone'
  total: number
  /** Not reached yet. */
  waiting: number
  done: number
  /** Left alone, because nothing had to change or because the record refused. */
  skipped: number
}

export const isUnderWay = ({ state }: BulkProgress) => state === 'doing' || state === 'undoing'

/** The most records of one deed. */
export const mostRecords = 5000
