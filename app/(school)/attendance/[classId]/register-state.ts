import { tapOrder, type AttendanceStatus, type Mark, type MarkableStatus, type Register, type RegisterStudent } from '@/lib/domain/attendance/register'

export type Marking = Omit<Mark, 'studentId'>
export type Marks = Readonly<Record<string, Marking>>
/** What is on the board: the marks, the steps back, and the version they are based on. */
export type Board = { marks: Marks; steps: readonly Marks[]; version: string | null; isChanged: boolean }

export type Change =
  | { kind: 'tap'; studentId: string }
  | { kind: 'mark'; studentId: string; marking: Marking }
  | { kind: 'undo' }
  | { kind: 'restore'; marks: Marks }
  | { kind: 'rebase'; version: string }
  | { kind: 'saved'; version: string }

const steps = 50
const present: Marking = { status: 'present', minutesLate: null, remark: null }
const isMarkable = (status: AttendanceStatus | null): status is MarkableStatus => status !== null && !['partial', 'suspended', 'not_required', 'unmarked'].includes(status)

/** Everyone is present until somebody says otherwise; what was submitted stands as it was. */
const markingOf = ({ status, minutesLate, remark }: RegisterStudent): Marking => (isMarkable(status) ? { status, minutesLate, remark } : present)

export function boardOf({ students, taken }: Register): Board {
  return { marks: Object.fromEntries(students.map((student) => [student.id, markingOf(student)])), steps: [], version: taken?.version ?? null, isChanged: false }
}

const next = (status: MarkableStatus): MarkableStatus => {
  const at = (tapOrder as readonly MarkableStatus[]).indexOf(status)
  return tapOrder[(at + 1) % tapOrder.length] ?? 'present'
}

function marked(board: Board, studentId: string, marking: Marking): Board {
  if (!board.marks[studentId]) return board
  return { ...board, marks: { ...board.marks, [studentId]: marking }, steps: [...board.steps, board.marks].slice(-steps), isChanged: true }
}

export function change(board: Board, asked: Change): Board {
  switch (asked.kind) {
    case 'tap': {
      const current = board.marks[asked.studentId]
      return current ? marked(board, asked.studentId, { ...present, remark: current.remark, status: next(current.status) }) : board
    }
    case 'mark':
      return marked(board, asked.studentId, asked.marking)
    case 'undo':
      return { ...board, marks: board.steps.at(-1) ?? board.marks, steps: board.steps.slice(0, -1), isChanged: board.steps.length > 1 }
    case 'restore':
      // A draft of an older list keeps what it says of those who are still on it.
      return { ...board, marks: Object.fromEntries(Object.entries(board.marks).map(([id, marking]) => [id, asked.marks[id] ?? marking])), isChanged: true }
    case 'rebase':
      return { ...board, version: asked.version, isChanged: true }
    case 'saved':
      return { ...board, version: asked.version, steps: [], isChanged: false }
  }
}

/** Each student once: whoever came late is not counted as present as well. */
export type Count = { present: number; absent: number; late: number }

export function countOf(marks: Marks): Count {
  const all = Object.values(marks).map(({ status }) => status)
  const absent = all.filter((status) => status.startsWith('absent')).length
  const late = all.filter((status) => status === 'late').length
  return { present: all.length - absent - late, absent, late }
}

export const marksToSend = (marks: Marks): Mark[] => Object.entries(marks).map(([studentId, marking]) => ({ studentId, ...marking }))
