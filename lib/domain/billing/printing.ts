import { z } from 'zod'

export const printingStates = ['waiting', 'doing', 'done', 'failed'] as const
/** How far the letters are, and when they were asked for. */
export type Printing = { id: string; state: (typeof printingStates)[number]; total: number; done: number; at: string }
export const isPrinting = ({ state }: Printing) => state === 'waiting' || state === 'doing'

/** How many days a PDF of many letters is kept. */
export const printingKeptFor = 3
/** The most letters of one PDF. */
export const mostLetters = 20_000

/** The invoices of a run; without one, the statements of all families that owe something. */
export const printingInput = z.object({ runId: z.uuid().nullable() })
