import type { Option } from '@/components/ui/select'
import type { Ctx } from '@/lib/platform/context.server'

/** The campuses of a form: where one is chosen already, that one alone. */
export const campusesFirst = (ctx: Ctx): Option[] => (ctx.campus ? [ctx.campus] : ctx.campuses).map(({ id, name }) => ({ value: id, label: name }))
