import { z } from 'zod'
import { defineList } from '@/lib/platform/list'
import { plainDate } from '@/lib/platform/time'
import { frameKeys } from './content-type'

const section = z.string().trim().max(4000)
export const frameSections = z.strictObject({ formal: section, recognition: section, application: section, management: section, emotional: section })
export type FrameSections = z.output<typeof frameSections>
export const beginInput = z.object({ campusId: z.uuid(), weekOf: plainDate })
/** `seen` is the state that was written upon; `publish` shows it to staff. */
export const frameInput = z.strictObject({ id: z.uuid(), seen: z.iso.datetime(), sections: frameSections, publish: z.boolean().default(false) })
export type FrameInput = z.output<typeof frameInput>
export const isEmpty = (sections: FrameSections) => frameKeys.every((key) => sections[key] === '')

export const frameList = defineList({
  filters: { campus: z.uuid(), state: z.enum(['draft', 'published']) },
  sorts: { week: [{ field: 'weekOf', kind: 'date' }, { field: 'createdAt', kind: 'date' }] },
  defaultSort: '-week',
})
