import { z } from 'zod'

/** Rows that somebody chose: those ticked, or all that a list's address matches (`?…`, as `listHref` writes it). */
export const selectionInput = z.union([z.object({ ids: z.array(z.uuid()).min(1).max(1000) }), z.object({ matching: z.string().max(4000) })])
export type Selection = z.output<typeof selectionInput>
