import { Day } from '@/components/ui/day'
import type { PlainDate } from '@/lib/platform/time'

/** On paper nobody can pick a day: which one it is of stands there as text. */
export const PrintedDay = ({ on }: { on: PlainDate }) => <span className="hidden print:block"><Day on={on} /></span>
