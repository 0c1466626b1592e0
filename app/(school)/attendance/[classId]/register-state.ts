import { isMarkable, standingOf, tallyOf, tapOrder, type AttendanceStatus, type Mark, type Marking, type Register, type Tally } from '@/lib/domain/attendance/register'

export type Marks = Readonly<Record<string, Marking>>
/** What is on the board: the marks, what the server has of them (nothing of whoever was not marked yet), what the office has marked ahead, the steps back, and the version they are based on. */
export type Board = { marks: Marks; saved: Partial<Marks>; start: Partial<Marks>; steps: readonly Marks[]; version: string | null }

export type Change =
  | { kind: 'tap'; studentId: string }
  | { kind: 'letter'; studentId: string; status: AttendanceStatus }
  | { kind: 'mark'; studentId: string; marking: Marking }
  | { kind: 'undo' }
  | { kind: 'restore'; marks: Marks; version: string | null }
  | { kind: 'saved'; marks: readonly Mark[]; version: string }

const steps = 50
const present: Marking = { status: 'present', minutesLate: null, remark: null }
export const isSame = (a: Marking | undefined, b: Marking | undefined) => a?.status === b?.status && a?.minutesLate === b?.minutesLate && a?.remark === b?.remark

/** Everyone is present until somebody says otherwise; what was submitted stands as it was. */
export function boardOf({ students, taken }: Pick<Register, 'students' | 'taken'>): Board {
  const saved = Object.fromEntries(students.flatMap(({ id, status, minutesLate, remark }) => (status ? [[id, { status, minutesLate, remark }]] : [])))
  const start = Object.fromEntries(students.flatMap(({ id, premark }) => (premark ? [[id, premark]] : [])))
  return { marks: Object.fromEntries(students.map(({ id }) => [id, saved[id] ?? start[id] ?? present])), saved, start, steps: [], version: taken?.version ?? null }
}

/** Whether something stands on the board that would be lost with it. */
export const isChanged = ({ marks, saved, start }: Board) => Object.entries(marks).some(([id, marking]) => !isSame(marking, saved[id] ?? start[id] ?? present))
/** Whether there is something to submit: a first register always is, a correction only where it says something else. */
export const isUnsaved = (board: Board) => Object.entries(board.marks).some(([id, marking]) => !isSame(marking, board.saved[id]))

const next = (status: AttendanceStatus): AttendanceStatus => {
  const at = (tapOrder as readonly AttendanceStatus[]).indexOf(status)
  return tapOrder[(at + 1) % tapOrder.length] ?? 'present'
}

function marked(board: Board, studentId: string, as: (current: Marking) => Marking): Board {
  const current = board.marks[studentId]
  if (!current) return board
  const marking = as(current)
  return isSame(marking, current) ? board : { ...board, marks: { ...board.marks, [studentId]: marking }, steps: [...board.steps, board.marks].slice(-steps) }
}

/** A draft of an older list keeps what it says of those who are still on it; what no register may give is left as it stands. */
const overlaid = (board: Board, draft: Marks): Marks =>
  Object.fromEntries(Object.entries(board.marks).map(([id, marking]) => [id, draft[id] && (isMarkable(draft[id].status) || draft[id].status === marking.status) ? draft[id] : marking]))

export function change(board: Board, asked: Change): Board {
  switch (asked.kind) {
    case 'tap':
      return marked(board, asked.studentId, ({ status, remark }) => ({ ...present, remark, status: next(status) }))
    case 'letter':
      return marked(board, asked.studentId, (current) => (current.status === asked.status ? current : { ...present, remark: current.remark, status: asked.status }))
    case 'mark':
      return marked(board, asked.studentId, () => asked.marking)
    case 'undo':
      return { ...board, marks: board.steps.at(-1) ?? board.marks, steps: board.steps.slice(0, -1) }
    case 'restore':
      return { ...board, marks: overlaid(board, asked.marks), steps: [board.marks], version: asked.version }
    case 'saved':
      return { ...board, saved: Object.fromEntries(asked.marks.map(({ studentId, ...marking }) => [studentId, marking])), version: asked.version, steps: [] }
  }
}

/** Each student once: the columns add up to the roll. */
export const countOf = (marks: Marks): Tally => tallyOf(Object.values(marks).map(({ status }) => standingOf[status]))

export const marksToSend = (marks: Marks): Mark[] => Object.entries(marks).map(([studentId, marking]) => ({ studentId, ...marking }))
