import type { AbsenceKind } from '@/lib/domain/attendance/lists'
import type { PlainDate } from '@/lib/platform/time'

/** The lists behind a dashboard's numbers, of the day and the campus that it shows. */
export type Addresses = { home: string; registers: (state?: 'missing') => string; absences: (kind: AbsenceKind) => string; students: string; classes: string; staff: string }

type Shown = { home: string; date: PlainDate; today: PlainDate; campusId?: string }

const asked = (path: string, query: Record<string, string | undefined | false>) => {
  const text = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return text ? `${path}?${text}` : path
}

/** Today and a campus that is chosen above go without saying. */
export function addressesOf({ home, date, today, campusId }: Shown): Addresses {
  const day = { date: date !== today && date, campus: campusId }
  const place = { campus: campusId }
  return {
    home: asked(home, { date: date !== today && date }),
    registers: (state) => asked('/attendance', { ...day, state }),
    absences: (kind) => asked('/attendance/absences', { ...day, kind }),
    students: asked('/students', { ...place, status: 'active' }),
    classes: asked('/classes', place),
    staff: asked('/staff', { ...place, status: 'active' }),
  }
}
